package io.satisflow.drift;

import io.satisflow.drift.detector.EwmaChart;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;

/**
 * How series are watched.
 *
 * @param step length of the steps; a window of this length must be kept
 * @param metrics that are watched
 * @param lambda weight of the newest step in the moving average
 * @param width limits of the chart, in standard deviations of the moving average
 * @param baselineSteps how many steps are learnt from before anything is said
 * @param minimumN a step of fewer answers is passed over
 * @param forgetAfter a series without steps for so long begins anew
 */
public record DriftRules(
        Duration step,
        List<String> metrics,
        double lambda,
        double width,
        int baselineSteps,
        long minimumN,
        Duration forgetAfter)
        implements Serializable {
    public static final DriftRules DEFAULT = new DriftRules(
            Duration.ofHours(1), List.of("csat", "nps", "sentiment"), 0.2, 3.2, 48, 30, Duration.ofDays(30));

    public DriftRules {
        metrics = List.copyOf(metrics);
    }

    EwmaChart chart() {
        return new EwmaChart(lambda, width);
    }

    /** The name of the detector in use, with its version. */
    String detector() {
        return "ewma-1";
    }
}
