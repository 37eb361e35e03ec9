package io.satisflow.local.live;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The event time up to which each job has written; empty before it has written any.
 *
 * @param clock what intake's clock has told the raw topics
 */
record JobTimes(
        Optional<Instant> clock, Optional<Instant> intake, Optional<Instant> scoring, Optional<Instant> engine) {
    /** Jobs commit once a second. */
    private static final Duration APART = Duration.ofSeconds(15);

    /** Which of them holds the others up. */
    String heldBy() {
        if (isBehind(intake, clock)) {
            return "Job intake holds it: it has written up to %s, and the raw topics are at %s."
                    .formatted(inWords(intake), inWords(clock));
        }
        if (isBehind(scoring, intake)) {
            return "Job scoring holds it: it has written up to %s, and topic feedback is at %s."
                    .formatted(inWords(scoring), inWords(intake));
        }
        if (isBehind(engine, intake)) {
            return "Job engine holds it: its inputs are at %s.".formatted(inWords(intake));
        }
        return "Intake's clock holds it: it waits for the files of --input to be read, or job intake does not run.";
    }

    private static boolean isBehind(Optional<Instant> job, Optional<Instant> input) {
        return input.isPresent()
                && (job.isEmpty() || Duration.between(job.get(), input.get()).compareTo(APART) > 0);
    }

    private static String inWords(Optional<Instant> time) {
        return time.map(at -> at.truncatedTo(ChronoUnit.SECONDS).toString()).orElse("nothing");
    }
}
