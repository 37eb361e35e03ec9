package io.satisflow.alerts.lifecycle;

import io.satisflow.alerts.rule.AlertRule;
import io.satisflow.alerts.rule.Fact;
import io.satisflow.alerts.rule.Flapping;
import io.satisflow.alerts.rule.Label;
import io.satisflow.alerts.rule.Severity;
import io.satisflow.alerts.rule.StepsOf;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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

    Standing observe(Standing before, Observation seen) {
        boolean noted = rule.noDataAfter() != null
                && seen.verdict() != ObservedState.NO_DATA
                && seen.verdict() != ObservedState.STANDS;
        Standing now = counted(noted ? before.withData(seen) : before, seen);
        return switch (seen.verdict()) {
            case BAD -> isBadEnough(now) ? onBad(now, seen) : now;
            case GOOD -> isBadEnough(now) && rule.steps() != null ? now : onGood(now, seen.at(), seen.reason());
            case UNSURE -> now.isWithoutData() ? onGood(now, seen.at(), "data is back") : now;
            // Silence is waited for where the rule says so; elsewhere what fires stands until something is measured.
            case NO_DATA -> rule.noDataAfter() == null ? onNothing(now, seen) : now;
            case SILENT -> onNothing(now, seen);
            case OVER -> onOver(now, seen.at(), seen.reason());
            case ABOUT -> now;
            case STANDS -> onStands(now, seen);
        };
    }

    /** The last verdicts, for a rule that asks for several of them. */
    private Standing counted(Standing standing, Observation seen) {
        StepsOf steps = rule.steps();
        if (steps == null || (seen.verdict() != ObservedState.BAD && seen.verdict() != ObservedState.GOOD)) {
            return standing;
        }
        String verdicts = standing.seen() + (seen.verdict() == ObservedState.BAD ? "1" : "0");
        return standing.withSeen(verdicts.substring(Math.max(0, verdicts.length() - steps.of())));
    }

    private boolean isBadEnough(Standing standing) {
        StepsOf steps = rule.steps();
        return steps == null
                || standing.seen().chars().filter(verdict -> verdict == '1').count() >= steps.bad();
    }

    /** When time alone brings the next change. */
    Optional<Instant> next(Standing standing) {
        return Stream.of(Optional.ofNullable(standing.deadline()), silence(standing), calm(standing))
                .flatMap(Optional::stream)
                .min(Instant::compareTo);
    }

    /** What time brings at the instant that {@link #next} has named, or that was past when the alert ended. */
    Standing pass(Standing standing, Instant at) {
        if (calm(standing).filter(calm -> !calm.isAfter(at)).isPresent()) {
            return standing.withStarts(recent(standing, at));
        }
        if (silence(standing).filter(silent -> !silent.isAfter(at)).isPresent()) {
            return onSilence(standing, at);
        }
        Alert alert = Objects.requireNonNull(standing.alert());
        return alert.phase() == Phase.PENDING
                ? fire(standing, alert, at)
                : standing.enter(alert.entering(Phase.RESOLVED, alert.reason(), at), Optional.empty());
    }

    /** When the oldest start does not count any more; while an alert lasts, starts are looked at when it ends. */
    private Optional<Instant> calm(Standing standing) {
        Flapping flapping = rule.flapping();
        return flapping == null || standing.alert() != null || standing.starts().isEmpty()
                ? Optional.empty()
                : Optional.of(standing.starts().get(0).plus(flapping.within()));
    }

    private List<Instant> recent(Standing standing, Instant at) {
        Flapping flapping = Objects.requireNonNull(rule.flapping());
        return standing.starts().stream()
                .filter(start -> start.plus(flapping.within()).isAfter(at))
                .toList();
    }

    /** Counts the start. An alert that has started too often counts as one that comes and goes. */
    private Standing fire(Standing standing, Alert alert, Instant at) {
        Flapping flapping = rule.flapping();
        Alert firing = alert.entering(Phase.FIRING, alert.reason(), at);
        if (flapping == null) {
            return withEnd(standing, firing, at);
        }
        List<Instant> starts =
                Stream.concat(recent(standing, at).stream(), Stream.of(at)).toList();
        Alert counted = starts.size() < flapping.starts()
                ? firing
                : firing.withFact(Fact.FLAPPING, Integer.toString(starts.size()));
        return withEnd(standing.withStarts(starts), counted, at);
    }

    private Standing withEnd(Standing standing, Alert firing, Instant at) {
        return standing.enter(firing, Optional.ofNullable(rule.endsAfter()).map(at::plus));
    }

    private Standing onBad(Standing standing, Observation seen) {
        Alert alert = standing.alert();
        if (alert == null) {
            return start(standing, seen);
        }
        Alert known = alert.withFacts(seenSince(alert, seen));
        boolean firesAgain = alert.phase() == Phase.RECOVERING || alert.phase() == Phase.NO_DATA;
        return firesAgain
                ? withEnd(standing, known.entering(Phase.FIRING, seen.reason(), seen.at()), seen.at())
                : standing.withAlert(known);
    }

    /** What is seen now, with what is told of the alert's life. */
    private static Map<String, String> seenSince(Alert alert, Observation seen) {
        Map<String, String> facts = new TreeMap<>(seen.facts());
        Optional.ofNullable(alert.facts().get(Fact.FLAPPING)).ifPresent(starts -> facts.put(Fact.FLAPPING, starts));
        String first =
                alert.facts().getOrDefault(Fact.VALUE_AT_FIRST, alert.facts().get(Fact.VALUE));
        if (first != null) {
            facts.put(Fact.VALUE_AT_FIRST, first);
        }
        return facts;
    }

    private static Standing onStands(Standing standing, Observation seen) {
        Alert alert = standing.alert();
        if (alert == null) {
            return standing;
        }
        Map<String, String> facts = new TreeMap<>(alert.facts());
        facts.putAll(seen.facts());
        return standing.withAlert(alert.withFacts(facts));
    }

    private Standing start(Standing standing, Observation seen) {
        Alert pending = started(seen, Phase.PENDING, seen.severity(), seen.at(), seen.reason());
        return rule.pendingFor().isZero()
                ? fire(standing, pending, seen.at())
                : standing.enter(pending, Optional.of(seen.at().plus(rule.pendingFor())));
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

    /** What comes and goes has to be calm for longer. */
    private Standing recover(Standing standing, Alert alert, Instant at, String reason) {
        Flapping flapping = rule.flapping();
        Duration calm = flapping != null && alert.facts().containsKey(Fact.FLAPPING) ? flapping.calm() : Duration.ZERO;
        Duration patience = calm.compareTo(rule.keepFiringFor()) > 0 ? calm : rule.keepFiringFor();
        return patience.isZero()
                ? standing.enter(alert.entering(Phase.RESOLVED, reason, at), Optional.empty())
                : standing.enter(alert.entering(Phase.RECOVERING, reason, at), Optional.of(at.plus(patience)));
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
