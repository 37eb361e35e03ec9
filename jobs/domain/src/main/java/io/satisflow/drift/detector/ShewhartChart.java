package io.satisflow.drift.detector;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Shewhart's chart: a single value beyond its limits is a signal. Finds large jumps at once, small shifts late.
 *
 * @param target the mean while nothing has changed
 * @param limit how far a value may stand from the target, in the unit of the values
 */
public record ShewhartChart(double target, double limit) implements Detector<Double> {
    public ShewhartChart {
        if (!(limit > 0)) {
            throw new IllegalArgumentException("Expected a limit above 0, but was " + limit);
        }
    }

    @Override
    public Double start() {
        return target;
    }

    @Override
    public Double next(Double last, Step step) {
        return step.value();
    }

    /** The value itself. */
    @Override
    public OptionalDouble statistic(Double value) {
        return OptionalDouble.of(value);
    }

    @Override
    public Optional<Direction> signal(Double value) {
        double distance = value - target;
        return Math.abs(distance) > limit ? Optional.of(Direction.of(distance)) : Optional.empty();
    }
}
