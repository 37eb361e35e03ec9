/** What rolling windows cost: ours beside Flink's own ways, on the same changes of segments. */
@NullMarked
package io.satisflow.local.bench.windows;

import org.jspecify.annotations.NullMarked;
