package io.satisflow.alerts.lifecycle;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that is kept of one rule and key.
 *
 * @param alert the present alert, null while there is none
 * @param deadline when the alert enters its next phase by itself; null when it does not
 * @param data the last observation that had data; null when the rule does not mind silence
 * @param inhibits the key of the alert that has nothing to add while this one lasts; null for none
 */
public record Standing(
        @Nullable Alert alert,
        @Nullable Instant deadline,
        @Nullable Observation data,
        @Nullable String inhibits) {
    static final Standing NOTHING = new Standing(null, null, null, null);

    boolean isNothing() {
        return alert == null && data == null;
    }

    boolean isWithoutData() {
        return alert != null && alert.phase() == Phase.NO_DATA;
    }

    boolean isOver() {
        return alert != null && alert.phase().isOver();
    }

    Standing withData(@Nullable Observation seen) {
        return new Standing(alert, deadline, seen, inhibits);
    }

    Standing withAlert(Alert changed) {
        return new Standing(changed, deadline, data, inhibits);
    }

    /** The alert comes into another phase, until the deadline or until something is observed. */
    Standing enter(Alert entered, Optional<Instant> until) {
        return new Standing(entered, until.orElse(null), data, inhibits);
    }

    /** What is left after an alert is over. */
    Standing withoutAlert() {
        return new Standing(null, null, data, null);
    }
}
