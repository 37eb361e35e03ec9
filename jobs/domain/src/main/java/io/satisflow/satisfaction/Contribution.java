package io.satisflow.satisfaction;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What one revision of a piece of feedback, or of a milestone of a ticket, adds.
 *
 * @param knownAt epoch milliseconds, from when it counts
 * @param occurredAt epoch milliseconds, when the customer said it
 * @param revision a later one takes the place of an earlier one
 */
public record Contribution(long knownAt, long occurredAt, long revision) {

    /** What is to be done with a contribution. */
    public enum Verdict {
        /** It counts; what counted of the same feedback before is taken back. */
        COUNTS,
        /** The same revision has been counted. */
        DUPLICATE,
        /** A later revision has been counted. */
        OUTDATED,
        /** No window that is kept reaches back to it. */
        TOO_LATE,
        /** What it would take the place of is no longer held, so that both would count. */
        EDIT_TOO_LATE
    }

    /**
     * @param counted of the same feedback; null when nothing is
     * @param tooLateAfter how long after it was said feedback may become known
     * @param remembered how long after it was said feedback may be taken back
     */
    public Verdict verdict(@Nullable Contribution counted, Duration tooLateAfter, Duration remembered) {
        if (counted != null && counted.revision == revision) {
            return Verdict.DUPLICATE;
        }
        if (counted != null && counted.revision > revision) {
            return Verdict.OUTDATED;
        }
        if (knownAt - occurredAt > tooLateAfter.toMillis()) {
            return Verdict.TOO_LATE;
        }
        return counted != null && knownAt - counted.occurredAt > remembered.toMillis()
                ? Verdict.EDIT_TOO_LATE
                : Verdict.COUNTS;
    }
}
