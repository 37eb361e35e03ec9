package io.satisflow.alerts.observation;

import io.satisflow.alerts.lifecycle.Observation;
import io.satisflow.alerts.lifecycle.ObservedState;
import io.satisflow.alerts.rule.AlertCondition;
import io.satisflow.alerts.rule.AlertRule;
import io.satisflow.alerts.rule.Fact;
import io.satisflow.alerts.rule.Label;
import io.satisflow.alerts.rule.Severity;
import io.satisflow.drift.detector.Direction;
import io.satisflow.drift.signal.DriftSignal;
import io.satisflow.drift.signal.Driver;
import io.satisflow.drift.signal.LastingDrift;
import io.satisflow.drift.signal.SpokenAspect;
import io.satisflow.drift.verbatim.ScoreEvidence;
import io.satisflow.drift.verbatim.ScoreQuestion;
import io.satisflow.satisfaction.metric.Better;
import io.satisflow.satisfaction.score.ReportedScore;
import io.satisflow.satisfaction.score.ScoreRow;
import io.satisflow.segment.Segment;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the rules on scores see in drift signals and in rows of rolling windows. */
public final class ScoreObservations implements Serializable {
    private final List<AlertRule> rules;

    public ScoreObservations(List<AlertRule> rules) {
        this.rules = List.copyOf(rules);
    }

    public List<Observation> of(DriftSignal signal) {
        return rules.stream()
                .filter(rule -> rule.condition() instanceof AlertCondition.Drift drift && watches(drift, signal))
                .map(rule -> observation(rule, signal))
                .toList();
    }

    public List<Observation> of(ScoreRow row) {
        return rules.stream()
                .flatMap(rule -> rule.condition() instanceof AlertCondition.Threshold threshold
                        ? observation(rule, threshold, row).stream()
                        : Optional.<Observation>empty().stream())
                .toList();
    }

    /** How a score stands while its drift lasts. */
    public List<Observation> of(LastingDrift lasting) {
        return rules.stream()
                .filter(rule -> rule.condition() instanceof AlertCondition.Drift drift && watches(drift, lasting))
                .map(rule -> observation(rule, lasting))
                .toList();
    }

    /** What is known of the score that a rule found out of bounds. */
    public Observation of(ScoreEvidence evidence) {
        Map<String, String> facts = new TreeMap<>();
        putUnlessEmpty(facts, Fact.DRIVERS, drivers(evidence.drivers()));
        putUnlessEmpty(facts, Fact.ASPECTS, aspects(evidence.aspects()));
        putUnlessEmpty(facts, Fact.VERBATIMS, String.join("\n", evidence.verbatims()));
        return new Observation(
                evidence.question(),
                "",
                "",
                "evidence",
                evidence.at(),
                ObservedState.ABOUT,
                Severity.INFO,
                Map.of(Label.KIND, Label.SCORE),
                facts,
                "",
                null);
    }

    /** What the rules would like to know of a row that is out of bounds. */
    public List<ScoreQuestion> questions(ScoreRow row) {
        return rules.stream()
                .flatMap(rule -> rule.condition() instanceof AlertCondition.Threshold threshold
                        ? observation(rule, threshold, row)
                                .filter(seen -> seen.verdict() == ObservedState.BAD)
                                .map(seen -> question(seen, threshold, row))
                                .stream()
                        : Stream.<ScoreQuestion>empty())
                .toList();
    }

    private static ScoreQuestion question(Observation seen, AlertCondition.Threshold threshold, ScoreRow row) {
        Double below = threshold.below();
        Double value =
                Objects.requireNonNull(row.scores().get(threshold.metric())).value();
        boolean down = below != null && value != null && value < below;
        return new ScoreQuestion(
                seen.subject(),
                row.segment(),
                threshold.metric(),
                down ? Direction.DOWN : Direction.UP,
                row.from(),
                seen.at());
    }

    private static boolean watches(AlertCondition.Drift drift, LastingDrift lasting) {
        return watches(drift, lasting.metric(), lasting.segment(), lasting.direction());
    }

    private static Observation observation(AlertRule rule, LastingDrift lasting) {
        String key = key(lasting.segment(), lasting.metric(), lasting.direction());
        return new Observation(
                rule.name() + "/" + key,
                rule.name(),
                key,
                "lasting/" + lasting.to(),
                lasting.at(),
                ObservedState.STANDS,
                Severity.INFO,
                Map.of(),
                Map.of(
                        Fact.NOW, number(lasting.value()),
                        Fact.NOW_N, Long.toString(lasting.n()),
                        Fact.NOW_TO, lasting.to().toString()),
                "",
                null);
    }

    private static String key(Segment segment, String metric, Direction direction) {
        return "%s/%s/%s".formatted(segment.key(), metric, direction.wireName());
    }

    private static boolean watches(AlertCondition.Drift drift, DriftSignal signal) {
        return watches(drift, signal.metric(), signal.segment(), signal.direction());
    }

    private static boolean watches(AlertCondition.Drift drift, String metric, Segment segment, Direction direction) {
        return (drift.metrics().isEmpty() || drift.metrics().contains(metric))
                && watches(drift.dimensions(), segment)
                && (drift.direction() == null || drift.direction() == direction);
    }

    private static boolean watches(@Nullable List<String> dimensions, Segment segment) {
        return dimensions == null
                || (dimensions.size() == segment.values().size()
                        && segment.values().keySet().containsAll(dimensions));
    }

    private static Observation observation(AlertRule rule, DriftSignal signal) {
        boolean improved = Better.of(signal.metric()).isImprovement(signal.direction() == Direction.UP);
        String key = key(signal.segment(), signal.metric(), signal.direction());
        return new Observation(
                rule.name() + "/" + key,
                rule.name(),
                key,
                signal.id() + "/" + signal.phase().wireName(),
                signal.at(),
                verdict(signal),
                improved ? Severity.INFO : rule.severity(),
                labels(signal.segment(), signal.metric(), null),
                facts(signal),
                reason(signal),
                null);
    }

    private static ObservedState verdict(DriftSignal signal) {
        return switch (signal.phase()) {
            case DRIFTED -> ObservedState.BAD;
            case ENDED -> ObservedState.GOOD;
            case SETTLED -> ObservedState.OVER;
            case NO_DATA -> ObservedState.SILENT;
        };
    }

    private static String reason(DriftSignal signal) {
        return switch (signal.phase()) {
            case DRIFTED -> "drift " + signal.direction().wireName();
            case ENDED -> "drift ended";
            case SETTLED -> "the new level has lasted, and counts as normal from now on";
            case NO_DATA -> "nothing has been measured for a while";
        };
    }

    private static Optional<Observation> observation(AlertRule rule, AlertCondition.Threshold threshold, ScoreRow row) {
        ReportedScore score = row.scores().get(threshold.metric());
        if (score == null
                || !threshold.window().equals(row.window())
                || !watches(threshold.dimensions(), row.segment())) {
            return Optional.empty();
        }
        String key = "%s/%s/%s".formatted(row.segment().key(), threshold.metric(), row.window());
        Optional<Double> bound = violated(threshold, score);
        return Optional.of(new Observation(
                rule.name() + "/" + key,
                rule.name(),
                key,
                row.to().toString(),
                row.asOf(),
                verdict(threshold, score, bound),
                rule.severity(),
                labels(row.segment(), threshold.metric(), row.window()),
                facts(row, threshold, bound),
                bound.isPresent() ? "the bound is crossed" : "back within bounds",
                null));
    }

    private static Optional<Double> violated(AlertCondition.Threshold threshold, ReportedScore score) {
        return Optional.ofNullable(score.value()).flatMap(threshold::violated);
    }

    private static ObservedState verdict(
            AlertCondition.Threshold threshold, ReportedScore score, Optional<Double> bound) {
        if (score.value() == null || score.n() == 0) {
            return ObservedState.NO_DATA;
        }
        if (score.n() < threshold.minimumN()) {
            return ObservedState.UNSURE;
        }
        return bound.isPresent() ? ObservedState.BAD : ObservedState.GOOD;
    }

    private static Map<String, String> labels(Segment segment, String metric, @Nullable String window) {
        Map<String, String> labels = new TreeMap<>(segment.values());
        labels.put(Label.KIND, Label.SCORE);
        labels.put(Label.METRIC, metric);
        if (window != null) {
            labels.put(Label.WINDOW, window);
        }
        return labels;
    }

    private static Map<String, String> facts(DriftSignal signal) {
        Map<String, String> facts = new TreeMap<>(Map.of(
                Fact.METRIC, signal.metric(),
                Fact.SEGMENT, signal.segment().key(),
                Fact.DIRECTION, signal.direction().wireName(),
                Fact.FROM, number(signal.from()),
                Fact.TO, number(signal.to()),
                Fact.LOW, number(signal.low()),
                Fact.HIGH, number(signal.high()),
                Fact.SINCE, signal.since().toString(),
                Fact.N, Long.toString(signal.n())));
        putUnlessEmpty(facts, Fact.DRIVERS, drivers(signal.drivers()));
        putUnlessEmpty(facts, Fact.ASPECTS, aspects(signal.aspects()));
        putUnlessEmpty(facts, Fact.VERBATIMS, String.join("\n", signal.verbatims()));
        return facts;
    }

    private static Map<String, String> facts(ScoreRow row, AlertCondition.Threshold threshold, Optional<Double> bound) {
        Map<String, String> facts = new TreeMap<>(Map.of(
                Fact.METRIC, threshold.metric(),
                Fact.SEGMENT, row.segment().key(),
                Fact.WINDOW, row.window()));
        Optional.ofNullable(row.scores().get(threshold.metric())).ifPresent(score -> {
            facts.put(Fact.N, Long.toString(score.n()));
            Optional.ofNullable(score.value()).ifPresent(value -> facts.put(Fact.VALUE, number(value)));
        });
        bound.ifPresent(value -> facts.put(Fact.THRESHOLD, number(value)));
        return facts;
    }

    private static String drivers(List<Driver> drivers) {
        return drivers.stream()
                .filter(driver -> driver.dimension().equals(drivers.get(0).dimension()))
                .map(driver -> "%s %s%s"
                        .formatted(
                                Segment.Part.shown(driver.name()),
                                driver.contribution() > 0 ? "+" : "",
                                number(driver.contribution())))
                .collect(Collectors.joining(", "));
    }

    private static String aspects(List<SpokenAspect> aspects) {
        return aspects.stream()
                .map(aspect -> "%s:%s:%s".formatted(aspect.name(), number(aspect.share()), number(aspect.before())))
                .collect(Collectors.joining(","));
    }

    private static void putUnlessEmpty(Map<String, String> facts, String name, String text) {
        if (!text.isEmpty()) {
            facts.put(name, text);
        }
    }

    /** Two decimals do for scores of -100 to 100 and for sentiment of -1 to 1; the same on every machine. */
    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
