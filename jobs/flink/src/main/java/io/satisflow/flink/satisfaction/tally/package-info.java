/** How tallies travel and are kept. */
@NullMarked
package io.satisflow.flink.satisfaction.tally;

import org.jspecify.annotations.NullMarked;
