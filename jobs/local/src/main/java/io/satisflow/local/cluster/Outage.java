package io.satisflow.local.cluster;

import io.satisflow.local.broker.EmbeddedBroker;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long nothing ran. What a job has written and not yet committed when it ends is committed when it goes on, unless the
 * broker has given it up by then.
 */
record Outage(Instant from, Instant to) {
    static Outage between(Instant lastCheckpoint, Instant start) {
        return new Outage(lastCheckpoint, start);
    }

    /** What may be missing, in a sentence; empty when nothing can be. */
    Optional<String> inWords(String job) {
        Duration lasted = Duration.between(from, to);
        if (lasted.compareTo(EmbeddedBroker.LONGEST_TRANSACTION) <= 0) {
            return Optional.empty();
        }
        return Optional.of(
                ("Job %s goes on after %d days, and what is written but not committed is kept for %d days: results of the last"
                                + " seconds before %s may be missing in its topics. State is whole, so scores and clocks go on"
                                + " rightly. `replay` makes all results again from the records.")
                        .formatted(job, lasted.toDays(), EmbeddedBroker.LONGEST_TRANSACTION.toDays(), from));
    }
}
