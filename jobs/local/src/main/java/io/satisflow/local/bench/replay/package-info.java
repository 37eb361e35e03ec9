/** What a replay costs, and whether it depends on the order of its file. */
@NullMarked
package io.satisflow.local.bench.replay;

import org.jspecify.annotations.NullMarked;
