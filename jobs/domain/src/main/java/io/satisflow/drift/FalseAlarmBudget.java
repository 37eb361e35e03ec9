package io.satisflow.drift;

import java.io.Serializable;
import java.time.Duration;

/**
 * How many false alarms are acceptable, and what limits of a chart follow from it.
 *
 * @param atMost false alarms
 * @param within so long
 * @param segments that share the budget; 1 where each has its own
 */
public record FalseAlarmBudget(double atMost, Duration within, int segments) implements Serializable {
    /** One a segment in 30 days. */
    public static final FalseAlarmBudget DEFAULT = new FalseAlarmBudget(1, Duration.ofDays(30), 1);

    /** Siegmund's correction for sums that leap over their limit. */
    private static final double OVERSHOOT = 1.166;

    public FalseAlarmBudget {
        if (!(atMost > 0) || within.isZero() || within.isNegative() || segments < 1) {
            throw new IllegalArgumentException(
                    "Expected at least some false alarms within some time, but was %s within %s"
                            .formatted(atMost, within));
        }
    }

    /**
     * How many steps a series in control runs on average until a false alarm.
     *
     * @param series of a segment, which share its budget
     */
    public double runLength(Duration step, int series) {
        return (double) within.toMillis() / step.toMillis() / atMost * segments * series;
    }

    /**
     * The limit h of a two-sided CUSUM on independent values of the standard normal distribution that gives a run length.
     * Siegmund, Sequential Analysis, 1985.
     *
     * @param slack k, in standard deviations
     */
    public static double decision(double runLength, double slack) {
        double low = 0;
        double high = 100;
        while (high - low > 1e-6) {
            double middle = (low + high) / 2;
            if (cusumRunLength(middle, slack) < runLength) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /** In-control run length of a two-sided CUSUM. */
    public static double cusumRunLength(double decision, double slack) {
        double b = decision + OVERSHOOT;
        double oneSided = slack == 0 ? b * b : (Math.exp(2 * slack * b) - 1 - 2 * slack * b) / (2 * slack * slack);
        return oneSided / 2;
    }
}
