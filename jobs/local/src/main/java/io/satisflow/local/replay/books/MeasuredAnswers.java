package io.satisflow.local.replay.books;

import io.satisflow.satisfaction.SatisfactionSettings;
import io.satisflow.satisfaction.metric.Volume;
import io.satisflow.satisfaction.score.TrackedMetric;
import io.satisflow.segment.GroupingSet;
import io.satisflow.wire.Feedback;
import io.satisflow.wire.Rating;
import io.satisflow.wire.SatisfactionPane;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which answers no metric asks for, which metrics got no answer, and how many pieces of feedback the windows hold. */
public final class MeasuredAnswers {
    private final SatisfactionSettings settings;
    private final Map<String, Integer> unmeasured = new TreeMap<>();
    private final Map<String, Integer> withoutValue = new TreeMap<>();
    private final SortedSet<String> answered = new TreeSet<>();
    private final Map<Instant, Double> volumes = new HashMap<>();

    public MeasuredAnswers(SatisfactionSettings settings) {
        this.settings = settings;
    }

    public void add(Feedback feedback) {
        feedback.getRatings().forEach(this::add);
        settings.groupings().stream()
                .map(GroupingSet::dimensions)
                .flatMap(List::stream)
                .distinct()
                .filter(dimension -> lacks(feedback, dimension))
                .forEach(dimension -> withoutValue.merge(dimension, 1, Integer::sum));
    }

    private void add(Rating rating) {
        io.satisflow.feedback.Rating answer = new io.satisflow.feedback.Rating(
                rating.getQuestion(), rating.getValue(), rating.getMin(), rating.getMax());
        List<String> metrics = settings.metrics().stream()
                .map(TrackedMetric::metric)
                .filter(metric -> metric.asked().stream().anyMatch(asked -> asked.isAnsweredBy(answer)))
                .map(metric -> metric.name())
                .toList();
        answered.addAll(metrics);
        if (metrics.isEmpty()) {
            unmeasured.merge(
                    "%s [%s, %s]".formatted(answer.question(), shown(answer.min()), shown(answer.max())),
                    1,
                    Integer::sum);
        }
    }

    private static boolean lacks(Feedback feedback, String dimension) {
        return switch (dimension) {
            case "channel" -> false;
            case "language" -> feedback.getLanguage() == null;
            default -> !feedback.getAttributes().containsKey(dimension.replaceFirst("^attributes\\.", ""));
        };
    }

    private static String shown(double number) {
        return new DecimalFormat("0.##", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(number);
    }

    /** Of the segment that holds all feedback; a later word on a pane takes the place of an earlier one. */
    public void add(SatisfactionPane pane) {
        volume().filter(name -> pane.getSegment().isEmpty())
                .ifPresent(name -> volumes.put(pane.getFrom(), pane.getSums().getOrDefault(name + ".n", 0.0)));
    }

    /** One that counts everything. */
    private Optional<String> volume() {
        return settings.metrics().stream()
                .filter(tracked -> tracked.where().isEmpty())
                .map(TrackedMetric::metric)
                .filter(Volume.class::isInstance)
                .map(metric -> metric.name())
                .findFirst();
    }

    /** How many pieces of feedback the windows hold; empty where the settings do not let that be told. */
    public OptionalLong inWindows() {
        boolean isTold = volume().isPresent()
                && settings.groupings().stream()
                        .anyMatch(grouping -> grouping.dimensions().isEmpty());
        return isTold
                ? OptionalLong.of(Math.round(volumes.values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum()))
                : OptionalLong.empty();
    }

    /** Ratings that no metric asks for, by question and scale. */
    public Map<String, Integer> unmeasured() {
        return unmeasured;
    }

    /** Pieces of feedback without a value for a dimension that segments are made by. */
    public Map<String, Integer> withoutValue() {
        return withoutValue;
    }

    /** Metrics that ask a question which nobody answered. */
    public List<String> unanswered() {
        return settings.metrics().stream()
                .map(TrackedMetric::metric)
                .filter(metric -> !metric.asked().isEmpty() && !answered.contains(metric.name()))
                .map(metric -> metric.name())
                .toList();
    }
}
