package io.satisflow.flink.settings;

import io.satisflow.config.DurationText;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How long a job did not run: from its last checkpoint until it is started from there. */
public record Outage(String job, Instant from, Instant to) {

    /**
     * What may be missing, in a sentence; empty when nothing can be. What a job has written and not yet committed when it ends
     * is committed when it goes on, unless the brokers have given it up by then.
     *
     * @param kept how long brokers keep what is written and not committed
     */
    public Optional<String> inWords(Duration kept) {
        Duration lasted = Duration.between(from, to);
        if (lasted.compareTo(kept) <= 0) {
            return Optional.empty();
        }
        return Optional.of(
                ("Job %s goes on after %s, and what is written but not committed is kept for %s: results of the last seconds"
                                + " before %s may be missing in its topics. State is whole, so scores and clocks go on rightly."
                                + " `replay` makes all results again from the records.")
                        .formatted(job, DurationText.rounded(lasted), DurationText.rounded(kept), from));
    }
}
