/** What a partition of a topic holds next, and what time it is by it. */
@NullMarked
package io.satisflow.flink.io.arrival;

import org.jspecify.annotations.NullMarked;
