package io.satisflow.alerts.rule;

import io.satisflow.drift.detector.Direction;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a rule watches. An empty list names everything. */
public sealed interface AlertCondition extends Serializable {

    /**
     * A score drifts.
     *
     * @param dimensions of the segments that are watched; null for all segments
     * @param direction null for both
     */
    record Drift(
            List<String> metrics,
            @Nullable List<String> dimensions,
            @Nullable Direction direction) implements AlertCondition {
        public Drift {
            metrics = List.copyOf(metrics);
            dimensions = copyOf(dimensions);
        }
    }

    /**
     * A metric stands on the wrong side of a bound.
     *
     * @param dimensions of the segments that are watched; null for all segments
     * @param below fires when the value is below; null for no lower bound
     * @param above fires when the value is above; null for no upper bound
     * @param minimumN fewer answers are not judged
     */
    record Threshold(
            String metric,
            String window,
            @Nullable List<String> dimensions,
            @Nullable Double below,
            @Nullable Double above,
            long minimumN)
            implements AlertCondition {
        public Threshold {
            dimensions = copyOf(dimensions);
            if (below == null && above == null) {
                throw new IllegalArgumentException("needs a bound: below, above or both");
            }
        }

        /** The bound that the value is on the wrong side of. */
        public Optional<Double> violated(double value) {
            if (below != null && value < below) {
                return Optional.of(below);
            }
            return above != null && value > above ? Optional.of(above) : Optional.empty();
        }
    }

    /**
     * A ticket's clock warns or breaches.
     *
     * @param onWarning tell of clocks that near their due time
     * @param onBreach tell of clocks that have missed it
     */
    record Ticket(List<String> clocks, boolean onWarning, boolean onBreach) implements AlertCondition {
        public Ticket {
            clocks = List.copyOf(clocks);
        }
    }

    private static @Nullable List<String> copyOf(@Nullable List<String> list) {
        return list == null ? null : List.copyOf(list);
    }
}
