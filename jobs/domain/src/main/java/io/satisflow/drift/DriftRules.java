package io.satisflow.drift;

import io.satisflow.drift.normal.Normal;
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
 * @param baselineSteps how many steps are learnt from before anything is said; null for three days, and 48 at least
 * @param minimumN a step of fewer answers is passed over
 * @param newLevelAfter so many steps after it was told, a shift that lasts counts as normal
 * @param noDataAfter so many steps without one; a drift that lasts has no data then
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
    /** Of the usual half: what k is where no smallest shift says otherwise. */
    private static final double SLACK = 0.5;

    /**
     * Of the run length that the budget asks for, what the chart is set to: scores by rank among few values spare some false
     * alarms, as measured by {@code bench drift}.
     */
    private static final double SPARED = 0.85;

    private static final double LEAST_SLACK = 0.25;
    private static final double MOST_SLACK = 1;
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
        long days = (FEWEST_DAYS.toMillis() + step.toMillis() - 1) / step.toMillis();
        return new Normal(
                baselineSteps == null ? (int) Math.max(FEWEST_STEPS, days) : baselineSteps, clock, chart == null);
    }

    double smallestShift(String metric) {
        return smallestShifts.getOrDefault(metric, 0.0);
    }

    /** @param deviation of the surprises of the metric, in its unit; 0 while it is not known */
    DriftChart chart(String metric, double deviation) {
        if (chart != null) {
            return chart;
        }
        double shift = smallestShift(metric);
        double slack = shift <= 0 || deviation <= 0
                ? SLACK
                : Math.max(LEAST_SLACK, Math.min(MOST_SLACK, shift / deviation / 2));
        return new DriftChart.Cusum(
                slack, FalseAlarmBudget.decision(SPARED * budget.runLength(step, metrics.size()), slack));
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
