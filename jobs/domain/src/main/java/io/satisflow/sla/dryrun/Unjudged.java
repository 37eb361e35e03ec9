package io.satisflow.sla.dryrun;

import io.satisflow.sla.clock.Clock;
import java.util.Comparator;

/**
 * Tickets that were promised something of one clock, which was not started, since nobody could tell whether the promise was kept.
 *
 * @param tickets how many
 */
public record Unjudged(Reason reason, int tickets) {

    /** What is not judged, and why. */
    public record Reason(Clock clock, String why) implements Comparable<Reason> {
        @Override
        public int compareTo(Reason other) {
            return Comparator.comparing(Reason::clock)
                    .thenComparing(Reason::why)
                    .compare(this, other);
        }
    }

    /** A sentence for the reader of the results. */
    public String remark() {
        return "%s is not judged (tickets: %,d): %s".formatted(reason.clock().wireName(), tickets, reason.why());
    }
}
