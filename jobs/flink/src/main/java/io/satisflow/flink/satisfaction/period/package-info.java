/** Periods to date of every segment, in the days of a zone. */
@NullMarked
package io.satisflow.flink.satisfaction.period;

import org.jspecify.annotations.NullMarked;
