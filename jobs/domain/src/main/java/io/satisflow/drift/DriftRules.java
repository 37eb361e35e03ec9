package io.satisflow.drift;

import io.satisflow.drift.normal.Normal;
import io.satisflow.drift.normal.NormalState;
import io.satisflow.drift.normal.WeekClock;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How series are watched.
 *
 * @param step length of the steps; a window of this length must be kept
 * @param metrics that are watched
 * @param budget of false alarms, which the limits follow from
 * @param smallestShifts by metric, in its unit: what is smaller is not told
 * @param chart with parameters of one's own; null where the budget decides
 * @param baselineSteps how many steps are learnt from before anything is said; null for 48 within three days or more
 * @param minimumN a step of fewer answers is passed over
 * @param newLevelAfter so many steps after it was told, a shift that lasts counts as normal
 * @param noDataAfter so many steps without one, at the pace of the series; a drift that lasts has no data then
 * @param forgetAfter a series without steps for so long begins anew
 * @param clock of the hours and days off
 * @param objectives by metric, the share of promises to be kept, in the unit of the metric
 */
public record DriftRules(
        Duration step,
        List<String> metrics,
        FalseAlarmBudget budget,
        Map<String, Double> smallestShifts,
        @Nullable DriftChart chart,
        @Nullable Integer baselineSteps,
        long minimumN,
        int newLevelAfter,
        int noDataAfter,
        Duration forgetAfter,
        WeekClock clock,
        Map<String, Double> objectives)
        implements Serializable {
    /** In standard deviations: what is looked for where no smallest shift says otherwise. */
    private static final double USUAL_SHIFT = 1;

    /**
     * Of the run length that the budget asks for, what the chart is set to: scores by rank among few values spare some false
     * alarms, as measured by {@code bench drift}.
     */
    private static final double SPARED = 0.85;

    private static final double LEAST_SLACK = 0.25;
    private static final double MOST_SLACK = 1;
    /** In steps; limits that a single ordinary step passes would be none. */
    private static final double SHORTEST_RUN = 30;

    private static final int FEWEST_STEPS = 48;
    private static final Duration FEWEST_DAYS = Duration.ofDays(3);

    public static final DriftRules DEFAULT = new DriftRules(
            Duration.ofHours(1),
            List.of("csat", "nps", "sentiment"),
            FalseAlarmBudget.DEFAULT,
            Map.of(),
            null,
            null,
            30,
            48,
            24,
            Duration.ofDays(30),
            WeekClock.UTC,
            Map.of());

    public DriftRules {
        metrics = List.copyOf(metrics);
        smallestShifts = new TreeMap<>(smallestShifts);
        objectives = new TreeMap<>(objectives);
    }

    /** With an EWMA chart of one's own, and otherwise as usual. */
    public DriftRules(
            Duration step,
            List<String> metrics,
            double lambda,
            double width,
            int baselineSteps,
            long minimumN,
            Duration forgetAfter) {
        this(
                step,
                metrics,
                FalseAlarmBudget.DEFAULT,
                Map.of(),
                new DriftChart.Ewma(lambda, width),
                baselineSteps,
                minimumN,
                DEFAULT.newLevelAfter,
                DEFAULT.noDataAfter,
                forgetAfter,
                WeekClock.UTC,
                Map.of());
    }

    Normal normal() {
        return baselineSteps == null
                ? new Normal(FEWEST_STEPS, FEWEST_DAYS, clock, chart == null)
                : new Normal(baselineSteps, Duration.ZERO, clock, chart == null);
    }

    double smallestShift(String metric) {
        return smallestShifts.getOrDefault(metric, 0.0);
    }

    /**
     * The budget is one of time: a series that is measured in one step of ten may go wrong in one of ten.
     *
     * @param known of the metric's series
     */
    DriftChart chart(String metric, NormalState known) {
        if (chart != null) {
            return chart;
        }
        double shift = smallestShift(metric);
        double deviation = known.deviation();
        double sought = deviation <= 0 ? USUAL_SHIFT : known.surpriseOf(shift > 0 ? shift : USUAL_SHIFT * deviation);
        double slack = Math.max(LEAST_SLACK, Math.min(MOST_SLACK, sought / 2));
        double steps = budget.runLength(step, metrics.size()) * known.pace().share(step);
        return new DriftChart.Cusum(slack, FalseAlarmBudget.decision(Math.max(SHORTEST_RUN, SPARED * steps), slack));
    }

    /** For the settings of others: the same, with metrics of one's own. */
    public DriftRules watching(Duration length, List<String> scores) {
        return new DriftRules(
                length,
                scores,
                budget,
                smallestShifts,
                chart,
                baselineSteps,
                minimumN,
                newLevelAfter,
                noDataAfter,
                forgetAfter,
                clock,
                objectives);
    }
}
