package io.satisflow.satisfaction;

import io.satisflow.satisfaction.answer.Response;
import io.satisflow.satisfaction.metric.ClockMetric;
import io.satisflow.satisfaction.metric.Metric;
import io.satisflow.satisfaction.tally.Tallies;
import io.satisflow.satisfaction.tally.Tally;
import io.satisflow.satisfaction.window.KeptWindow;
import io.satisflow.satisfaction.window.RollingWindow;
import io.satisflow.satisfaction.window.TrackedMetric;
import io.satisflow.satisfaction.window.WindowGrid;
import io.satisflow.segment.GroupingSet;
import io.satisflow.sla.Milestone;
import java.io.Serializable;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is measured, for whom and over which windows.
 *
 * @param groupings how feedback is split into segments
 * @param cap segments per grouping; all further ones share {@code (other)}
 * @param windows no two of one name or length
 * @param lateness how late feedback may be and still change the steps that have been told
 * @param metrics no two of one name
 */
public record SatisfactionSettings(
        List<GroupingSet> groupings,
        int cap,
        List<RollingWindow> windows,
        Duration lateness,
        List<TrackedMetric> metrics)
        implements Serializable {

    public static final Duration LATENESS = Duration.ofHours(1);

    public SatisfactionSettings {
        groupings = List.copyOf(groupings);
        windows = List.copyOf(windows);
        metrics = List.copyOf(metrics);
    }

    /** What each metric gets out of a response. */
    public Tallies tally(Response response) {
        return tally(metric -> metric.tallies(response));
    }

    /** What each metric gets out of a milestone; nothing out of one that no longer stands. */
    public Tallies tally(Milestone milestone) {
        return milestone.stands() ? tally(metric -> metric.tallies(milestone)) : Tallies.NOTHING;
    }

    private Tallies tally(Function<Metric, Tallies> answer) {
        SortedMap<String, Tally> tallies = new TreeMap<>();
        metrics.forEach(tracked -> tallies.putAll(answer.apply(tracked.metric()).byMetric()));
        return new Tallies(tallies);
    }

    /** Whether any metric is about the clock of this milestone. */
    public boolean isMeasured(Milestone milestone) {
        return metrics.stream()
                .map(TrackedMetric::metric)
                .anyMatch(metric -> metric instanceof ClockMetric about && about.clock() == milestone.clock());
    }

    /** How many of the ratings in a response no metric asks for. */
    public long unmeasuredRatings(Response response) {
        return response.ratings().stream()
                .filter(rating -> metrics.stream()
                        .flatMap(tracked -> tracked.metric().asked().stream())
                        .noneMatch(question -> question.isAnsweredBy(rating)))
                .count();
    }

    /** The metrics that a window shows; the longest one shows them all, so that no metric is left out by mistake. */
    public List<TrackedMetric> metricsIn(RollingWindow window) {
        return window.equals(longest())
                ? metrics
                : metrics.stream().filter(tracked -> tracked.isKeptIn(window)).toList();
    }

    /** The windows by their steps, short steps first. */
    public List<WindowGrid> grids() {
        Map<Duration, List<KeptWindow>> byStep = windows.stream()
                .map(this::kept)
                .collect(Collectors.groupingBy(kept -> kept.window().step(), TreeMap::new, Collectors.toList()));
        return byStep.values().stream()
                .map(kept -> new WindowGrid(kept, lateness))
                .toList();
    }

    private KeptWindow kept(RollingWindow window) {
        List<String> names = metricsIn(window).stream()
                .flatMap(tracked -> tracked.metric().tallyNames().stream())
                .toList();
        return new KeptWindow(window, new TreeSet<>(names));
    }

    /** Feedback that was said longer ago than this when it became known counts nowhere. */
    public Duration tooLateAfter() {
        return longest().length();
    }

    /** How long what a feedback added may have to be taken back, from when it was said. */
    public Duration remembered() {
        return longest().length().multipliedBy(2).plus(lateness).plus(longest().step());
    }

    /** The step of the longest window, whose panes hold whatever counts at all. */
    public long publishedPaneStep() {
        return longest().stepMillis();
    }

    private RollingWindow longest() {
        return windows.stream()
                .max(Comparator.comparing(RollingWindow::length))
                .orElseThrow(() -> new IllegalStateException("there is no window"));
    }
}
