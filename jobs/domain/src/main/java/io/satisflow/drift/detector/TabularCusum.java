package io.satisflow.drift.detector;

import java.util.Optional;

/**
 * The tabular CUSUM: adds up what exceeds a slack on either side of the target. Finds small shifts that last. NIST/SEMATECH
 * handbook 6.3.2.3.
 *
 * @param target the mean while nothing has changed, in the unit of the values
 * @param slack k in the unit of the values: half the shift to be found
 * @param decision h in the unit of the values: a sum above it is a signal
 */
public record TabularCusum(double target, double slack, double decision) {
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

    public Sums next(Sums sums, double value) {
        return new Sums(
                Math.max(0, sums.high + value - target - slack), Math.max(0, sums.low + target - slack - value));
    }

    public Optional<Direction> signal(Sums sums) {
        if (sums.high > decision) {
            return Optional.of(Direction.UP);
        }
        return sums.low > decision ? Optional.of(Direction.DOWN) : Optional.empty();
    }
}
