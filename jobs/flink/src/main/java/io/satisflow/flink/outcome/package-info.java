/** What became of tickets, and of customers over all their tickets, from the events of tickets to findings that count. */
@NullMarked
package io.satisflow.flink.outcome;

import org.jspecify.annotations.NullMarked;
