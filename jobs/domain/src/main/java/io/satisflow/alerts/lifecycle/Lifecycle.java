package io.satisflow.alerts.lifecycle;

import io.satisflow.alerts.rule.AlertRule;
import io.satisflow.alerts.rule.Label;
import io.satisflow.alerts.rule.Severity;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The life of an alert by one rule: a pure function of where it stands and what is observed, or of the time that passes.
 *
 * <pre>
 * inactive -> pending -(for)-> firing -> recovering -(keep_firing_for)-> resolved
 *     \                          ^ |
 *      +-(no_data)-> no data ----+ +-(no_data)-> no data
 * </pre>
 */
final class Lifecycle {
    private final AlertRule rule;

    Lifecycle(AlertRule rule) {
        this.rule = rule;
    }

    Standing observe(Standing standing, Observation seen) {
        boolean noted = rule.noDataAfter() != null && seen.verdict() != ObservedState.NO_DATA;
        Standing now = noted ? standing.withData(seen) : standing;
        return switch (seen.verdict()) {
            case BAD -> onBad(now, seen);
            case GOOD -> onGood(now, seen.at(), seen.reason());
            case UNSURE -> now.isWithoutData() ? onGood(now, seen.at(), "data is back") : now;
            // Silence is waited for where the rule says so; elsewhere what fires stands until something is measured.
            case NO_DATA -> rule.noDataAfter() == null ? onNothing(now, seen) : now;
            case SILENT -> onNothing(now, seen);
            case OVER -> onOver(now, seen.at(), seen.reason());
            case ABOUT -> now;
        };
    }

    /** When time alone brings the next change. */
    Optional<Instant> next(Standing standing) {
        return Stream.concat(Optional.ofNullable(standing.deadline()).stream(), silence(standing).stream())
                .min(Instant::compareTo);
    }

    /** What time brings at the very instant that {@link #next} has named. */
    Standing pass(Standing standing, Instant at) {
        if (silence(standing).filter(at::equals).isPresent()) {
            return onSilence(standing, at);
        }
        Alert alert = Objects.requireNonNull(standing.alert());
        Phase phase = alert.phase() == Phase.PENDING ? Phase.FIRING : Phase.RESOLVED;
        return standing.enter(alert.entering(phase, alert.reason(), at), Optional.empty());
    }

    private Standing onBad(Standing standing, Observation seen) {
        Alert alert = standing.alert();
        if (alert == null) {
            return start(standing, seen);
        }
        Alert known = alert.withFacts(seen.facts());
        boolean firesAgain = alert.phase() == Phase.RECOVERING || alert.phase() == Phase.NO_DATA;
        return firesAgain
                ? standing.enter(known.entering(Phase.FIRING, seen.reason(), seen.at()), Optional.empty())
                : standing.withAlert(known);
    }

    private Standing start(Standing standing, Observation seen) {
        boolean patient = !rule.pendingFor().isZero();
        Alert started =
                started(seen, patient ? Phase.PENDING : Phase.FIRING, seen.severity(), seen.at(), seen.reason());
        Instant until = patient ? seen.at().plus(rule.pendingFor()) : null;
        return new Standing(started, until, standing.data(), seen.inhibits());
    }

    private Standing onGood(Standing standing, Instant at, String reason) {
        Alert alert = standing.alert();
        if (alert == null) {
            return standing;
        }
        return switch (alert.phase()) {
            case PENDING -> standing.enter(alert.entering(Phase.INACTIVE, reason, at), Optional.empty());
            case NO_DATA -> standing.enter(alert.entering(Phase.RESOLVED, reason, at), Optional.empty());
            case FIRING -> recover(standing, alert, at, reason);
            case RECOVERING, RESOLVED, INACTIVE -> standing;
        };
    }

    private static Standing onNothing(Standing standing, Observation seen) {
        Alert alert = standing.alert();
        if (alert == null || alert.phase() == Phase.NO_DATA) {
            return standing;
        }
        return alert.phase() == Phase.PENDING
                ? standing.enter(alert.entering(Phase.INACTIVE, "nothing is measured now", seen.at()), Optional.empty())
                : standing.enter(
                        alert.entering(Phase.NO_DATA, "nothing is measured now", seen.at()),
                        Optional.of(seen.at().plus(AlertRule.FORGET_AFTER)));
    }

    /** The end of what the alert was about, which no patience delays. */
    static Standing onOver(Standing standing, Instant at, String reason) {
        Alert alert = standing.alert();
        if (alert == null) {
            return standing;
        }
        Phase end = alert.phase() == Phase.PENDING ? Phase.INACTIVE : Phase.RESOLVED;
        return standing.enter(alert.entering(end, reason, at), Optional.empty());
    }

    private Standing recover(Standing standing, Alert alert, Instant at, String reason) {
        return rule.keepFiringFor().isZero()
                ? standing.enter(alert.entering(Phase.RESOLVED, reason, at), Optional.empty())
                : standing.enter(
                        alert.entering(Phase.RECOVERING, reason, at), Optional.of(at.plus(rule.keepFiringFor())));
    }

    private Standing onSilence(Standing standing, Instant at) {
        Observation data = Objects.requireNonNull(standing.data());
        Alert alert = standing.alert();
        if (alert != null && standing.isWithoutData()) {
            String reason = "no data for so long that it is not waited for any more";
            return standing.withData(null).enter(alert.entering(Phase.RESOLVED, reason, at), Optional.empty());
        }
        String reason = "no data since " + data.at();
        return alert == null
                ? standing.withAlert(started(data, Phase.NO_DATA, rule.severity(), at, reason))
                : standing.enter(alert.entering(Phase.NO_DATA, reason, at), Optional.empty());
    }

    private Optional<Instant> silence(Standing standing) {
        Duration patience = rule.noDataAfter();
        if (patience == null || standing.data() == null) {
            return Optional.empty();
        }
        Instant silent = standing.data().at().plus(patience);
        return Optional.of(standing.isWithoutData() ? silent.plus(AlertRule.FORGET_AFTER) : silent);
    }

    /** Labels hold for the alert's life: it is grouped by them, and must not change its group. */
    private Alert started(Observation seen, Phase phase, Severity severity, Instant at, String reason) {
        Map<String, String> labels = new TreeMap<>(seen.labels());
        labels.putAll(rule.labels());
        labels.put(Label.RULE, rule.name());
        labels.put(Label.SEVERITY, severity.wireName());
        return new Alert(seen.rule(), seen.key(), phase, at, null, severity, labels, seen.facts(), reason, null, at);
    }
}
