/** Files that nobody has mapped yet: how they are written, and what their records look like. */
@NullMarked
package io.satisflow.local.replay.sample;

import org.jspecify.annotations.NullMarked;
