package io.satisflow.drift.detector;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The tabular CUSUM: adds up what exceeds a slack on either side of the target. Finds small shifts that last. NIST/SEMATECH
 * handbook 6.3.2.3. It goes on after a signal, as the handbook's table does.
 *
 * @param target the mean while nothing has changed, in the unit of the values
 * @param slack k in the unit of the values: half the shift to be found
 * @param decision h in the unit of the values: a sum above it is a signal
 */
public record TabularCusum(double target, double slack, double decision) implements Detector<TabularCusum.Sums> {
    public static final Sums NOTHING = new Sums(0, 0);

    public TabularCusum {
        if (slack < 0 || decision <= 0) {
            throw new IllegalArgumentException(
                    "Expected a slack of at least 0 and a decision above 0, but was %s and %s"
                            .formatted(slack, decision));
        }
    }

    /** What has been added up, above and below. */
    public record Sums(double high, double low) {}

    @Override
    public Sums start() {
        return NOTHING;
    }

    @Override
    public Sums next(Sums sums, Step step) {
        return next(sums, step.value());
    }

    public Sums next(Sums sums, double value) {
        return new Sums(
                Math.max(0, sums.high + value - target - slack), Math.max(0, sums.low + target - slack - value));
    }

    /** The larger of both sums. */
    @Override
    public OptionalDouble statistic(Sums sums) {
        return OptionalDouble.of(Math.max(sums.high, sums.low));
    }

    @Override
    public Optional<Direction> signal(Sums sums) {
        if (Math.max(sums.high, sums.low) <= decision) {
            return Optional.empty();
        }
        return Optional.of(sums.high >= sums.low ? Direction.UP : Direction.DOWN);
    }
}
