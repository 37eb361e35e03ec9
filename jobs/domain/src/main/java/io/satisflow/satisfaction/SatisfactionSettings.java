package io.satisflow.satisfaction;

import io.satisflow.satisfaction.answer.Recovery;
import io.satisflow.satisfaction.answer.Response;
import io.satisflow.satisfaction.metric.ClockMetric;
import io.satisflow.satisfaction.metric.ComplaintRate;
import io.satisflow.satisfaction.metric.CustomerRecovery;
import io.satisflow.satisfaction.metric.Metric;
import io.satisflow.satisfaction.outcome.Finding;
import io.satisflow.satisfaction.outcome.OutcomeRule;
import io.satisflow.satisfaction.period.PeriodSettings;
import io.satisflow.satisfaction.score.TrackedMetric;
import io.satisflow.satisfaction.tally.Tallies;
import io.satisflow.satisfaction.tally.Tally;
import io.satisflow.satisfaction.window.KeptWindow;
import io.satisflow.satisfaction.window.RollingWindow;
import io.satisflow.satisfaction.window.WindowGrid;
import io.satisflow.segment.GroupingSet;
import io.satisflow.sla.Milestone;
import io.satisflow.ticket.TicketFacts;
import java.io.Serializable;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is measured, for whom and over which windows.
 *
 * @param groupings how feedback is split into segments
 * @param cap segments per grouping; all further ones share {@code (other)}
 * @param windows no two of one name or length
 * @param lateness how late feedback may be and still change the steps that have been told
 * @param metrics no two of one name
 * @param periods to date; null when none are told
 */
public record SatisfactionSettings(
        List<GroupingSet> groupings,
        int cap,
        List<RollingWindow> windows,
        Duration lateness,
        List<TrackedMetric> metrics,
        @Nullable PeriodSettings periods)
        implements Serializable {

    public static final Duration LATENESS = Duration.ofHours(1);
    /** By then few change their minds. Of each feedback its id and three numbers are kept for so long. */
    private static final Duration RECOGNISED_AFTERWARDS = Duration.ofDays(90);

    private static final Duration LONGEST_PANE = Duration.ofMinutes(15);

    public SatisfactionSettings {
        groupings = List.copyOf(groupings);
        windows = List.copyOf(windows);
        metrics = List.copyOf(metrics);
    }

    /** What each metric gets out of a response. */
    public Tallies tally(Response response) {
        if (response.isExposure()) {
            return tally(
                    tracked -> tracked.metric() instanceof ComplaintRate && tracked.isAbout(response.facts()::get),
                    metric -> metric.tallies(response));
        }
        return tally(tracked -> tracked.isAbout(response.facts()::get), metric -> metric.tallies(response));
    }

    /** What each metric gets out of a milestone; nothing out of one that no longer stands. */
    public Tallies tally(Milestone milestone) {
        return milestone.stands()
                ? tally(tracked -> tracked.isAbout(milestone::fact), metric -> metric.tallies(milestone))
                : Tallies.NOTHING;
    }

    /** What each metric gets out of the change of a customer's mood; nothing as long as there is one text alone. */
    public Tallies tally(Recovery recovery) {
        return recovery.isTold() ? tally(tracked -> true, metric -> metric.tallies(recovery)) : Tallies.NOTHING;
    }

    /** What each metric that has ruled gets out of a finding. */
    public Tallies tally(Finding finding) {
        Function<String, @Nullable String> fact = name -> TicketFacts.named(finding.facts(), name);
        return tally(
                tracked -> finding.rulings().containsKey(tracked.metric().name()) && tracked.isAbout(fact),
                metric -> Optional.ofNullable(finding.rulings().get(metric.name()))
                        .map(metric::tallies)
                        .orElse(Tallies.NOTHING));
    }

    private Tallies tally(Predicate<TrackedMetric> which, Function<Metric, Tallies> answer) {
        SortedMap<String, Tally> tallies = new TreeMap<>();
        metrics.stream()
                .filter(which)
                .forEach(
                        tracked -> tallies.putAll(answer.apply(tracked.metric()).byMetric()));
        return new Tallies(tallies);
    }

    /** What has to be known of a ticket to count it: what segments and conditions of metrics ask for. */
    public Set<String> dimensions() {
        return Stream.concat(
                        groupings.stream().flatMap(grouping -> grouping.dimensions().stream()),
                        metrics.stream().flatMap(tracked -> tracked.where().keySet().stream()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What is asked of tickets and of customers. */
    public List<OutcomeRule> outcomes() {
        return metrics.stream()
                .flatMap(tracked -> tracked.metric().outcome().stream())
                .toList();
    }

    /** Whether any metric is about the clock of this milestone. */
    public boolean isMeasured(Milestone milestone) {
        return metrics.stream()
                .map(TrackedMetric::metric)
                .anyMatch(metric -> metric instanceof ClockMetric about && about.clock() == milestone.clock());
    }

    /** The dimension whose value the texts of one ticket share; empty when no metric is about tickets' texts. */
    public Optional<String> ticketDimension() {
        return metrics.stream()
                .map(TrackedMetric::metric)
                .filter(CustomerRecovery.class::isInstance)
                .map(metric -> ((CustomerRecovery) metric).ticket())
                .findFirst();
    }

    /** How many of the ratings in a response no metric asks for. */
    public long unmeasuredRatings(Response response) {
        return response.ratings().stream()
                .filter(rating -> !Double.isNaN(rating.min()))
                .filter(rating -> metrics.stream()
                        .flatMap(tracked -> tracked.metric().asked().stream())
                        .noneMatch(question -> question.isAnsweredBy(rating)))
                .count();
    }

    /** The metrics that a window shows; the longest one shows them all, so that no metric is left out by mistake. */
    public List<TrackedMetric> metricsIn(RollingWindow window) {
        return window.equals(longest())
                ? metrics
                : metrics.stream()
                        .filter(tracked -> tracked.isKeptIn(window.length()))
                        .toList();
    }

    /** The windows by their steps, short steps first. */
    public List<WindowGrid> grids() {
        Map<Duration, List<KeptWindow>> byStep = windows.stream()
                .map(this::kept)
                .collect(Collectors.groupingBy(kept -> kept.window().step(), TreeMap::new, Collectors.toList()));
        return byStep.values().stream()
                .map(kept -> new WindowGrid(kept, lateness, toldPane(kept)))
                .toList();
    }

    /**
     * A stretch of time that divides the steps of all windows, that of periods, and a quarter of an hour, since days begin at
     * quarters everywhere: what becomes known in one such stretch and occurred in one counts as one thing.
     *
     * @return in milliseconds
     */
    public long cell() {
        Stream<Duration> ofPeriods = Stream.ofNullable(periods).map(PeriodSettings::step);
        return Stream.concat(windows.stream().map(RollingWindow::step), ofPeriods)
                .map(step -> BigInteger.valueOf(step.toMillis()))
                .reduce(BigInteger.valueOf(LONGEST_PANE.toMillis()), BigInteger::gcd)
                .longValueExact();
    }

    /** The grid of the longest window tells its panes: they hold whatever counts at all. */
    private long toldPane(List<KeptWindow> kept) {
        return kept.get(0).window().step().equals(longest().step()) ? publishedPane() : 0;
    }

    private KeptWindow kept(RollingWindow window) {
        List<String> names = metricsIn(window).stream()
                .flatMap(tracked -> tracked.metric().tallyNames().stream())
                .toList();
        return new KeptWindow(window, new TreeSet<>(names));
    }

    /** Feedback that was said longer ago than this when it became known counts nowhere. */
    public Duration tooLateAfter() {
        Duration longest = longest().length();
        return periods == null ? longest : max(longest, PeriodSettings.CORRECTED_FOR);
    }

    private static Duration max(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** How long a feedback that comes again is known to be no new one, from when it was said. */
    public Duration recognised() {
        return remembered().plus(RECOGNISED_AFTERWARDS);
    }

    /** How long what a feedback added may have to be taken back, from when it was said. */
    public Duration remembered() {
        Duration windows =
                longest().length().multipliedBy(2).plus(lateness).plus(longest().step());
        return periods == null ? windows : max(windows, PeriodSettings.CORRECTED_FOR);
    }

    /** How long the panes are that are told: days of every time zone are made of a quarter of an hour. */
    public long publishedPane() {
        return Math.max(
                longest().stepMillis(), Math.min(longest().pace().steps().toMillis(), LONGEST_PANE.toMillis()));
    }

    private RollingWindow longest() {
        return windows.stream()
                .max(Comparator.comparing(RollingWindow::length))
                .orElseThrow(() -> new IllegalStateException("there is no window"));
    }
}
