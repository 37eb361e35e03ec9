package io.satisflow.drift.detector;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The chart of the exponentially weighted moving average: finds gradual change. NIST/SEMATECH handbook 6.3.2.4, with the
 * limits of a long run.
 *
 * @param target the mean while nothing has changed
 * @param lambda weight of the newest value, above 0 up to 1
 * @param limit how far the average may stand from the target, in the unit of the values
 */
public record EwmaChart(double target, double lambda, double limit) implements Detector<Double> {
    public EwmaChart {
        if (!(lambda > 0 && lambda <= 1) || !(limit > 0)) {
            throw new IllegalArgumentException(
                    "Expected lambda above 0 up to 1 and a limit above 0, but was %s and %s".formatted(lambda, limit));
        }
    }

    /**
     * The handbook's limits.
     *
     * @param deviation standard deviation of single values
     * @param width L: how many standard deviations of the average the limits stand apart from the target
     */
    public static EwmaChart of(double target, double lambda, double deviation, double width) {
        return new EwmaChart(target, lambda, width * deviation * Math.sqrt(lambda / (2 - lambda)));
    }

    @Override
    public Double start() {
        return target;
    }

    @Override
    public Double next(Double average, Step step) {
        return next(average, step.value());
    }

    public double next(double average, double value) {
        return lambda * value + (1 - lambda) * average;
    }

    /** The moving average. */
    @Override
    public OptionalDouble statistic(Double average) {
        return OptionalDouble.of(average);
    }

    @Override
    public Optional<Direction> signal(Double average) {
        double distance = average - target;
        return Math.abs(distance) > limit ? Optional.of(Direction.of(distance)) : Optional.empty();
    }
}
