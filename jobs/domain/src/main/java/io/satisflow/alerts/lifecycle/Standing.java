package io.satisflow.alerts.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that is kept of one rule and key.
 *
 * @param rule its name
 * @param alert the present alert, null while there is none
 * @param deadline when the alert enters its next phase by itself; null when it does not
 * @param data the last observation that had data; null when the rule does not mind silence
 * @param seen the last verdicts, oldest first, of a rule that asks for several bad ones: 1 for bad, 0 for good
 * @param starts of alerts within the time in which many of them count as flapping, oldest first
 */
public record Standing(
        String rule,
        @Nullable Alert alert,
        @Nullable Instant deadline,
        @Nullable Observation data,
        String seen,
        List<Instant> starts) {
    static final Standing NOTHING = new Standing("", null, null, null, "", List.of());

    /** Tolerates null, which a field that was added after a savepoint is restored as. */
    public Standing {
        rule = rule == null ? "" : rule;
        seen = seen == null ? "" : seen;
        starts = starts == null ? List.of() : List.copyOf(starts);
    }

    boolean isNothing() {
        return alert == null && data == null && starts.isEmpty() && !seen.contains("1");
    }

    boolean isWithoutData() {
        return alert != null && alert.phase() == Phase.NO_DATA;
    }

    boolean isOver() {
        return alert != null && alert.phase().isOver();
    }

    Standing of(String name) {
        return new Standing(name, alert, deadline, data, seen, starts);
    }

    Standing withData(@Nullable Observation observed) {
        return new Standing(rule, alert, deadline, observed, seen, starts);
    }

    Standing withAlert(Alert changed) {
        return new Standing(rule, changed, deadline, data, seen, starts);
    }

    Standing withSeen(String verdicts) {
        return new Standing(rule, alert, deadline, data, verdicts, starts);
    }

    Standing withStarts(List<Instant> instants) {
        return new Standing(rule, alert, deadline, data, seen, instants);
    }

    /** The alert comes into another phase, until the deadline or until something is observed. */
    Standing enter(Alert entered, Optional<Instant> until) {
        return new Standing(rule, entered, until.orElse(null), data, seen, starts);
    }

    /** What is left after an alert is over. */
    Standing withoutAlert() {
        return new Standing(rule, null, null, data, seen, starts);
    }
}
