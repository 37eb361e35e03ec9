/** Records that come by HTTP: checked, stored, and only then answered for. */
@NullMarked
package io.satisflow.local.live.door;

import org.jspecify.annotations.NullMarked;
