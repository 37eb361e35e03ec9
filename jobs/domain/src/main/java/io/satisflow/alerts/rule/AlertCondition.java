package io.satisflow.alerts.rule;

import io.satisflow.drift.detector.Direction;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
     * @param grace after the due time, in which a reply that was in time may still arrive before anybody is told of a breach
     */
    record Ticket(List<String> clocks, boolean onWarning, boolean onBreach, Duration grace) implements AlertCondition {
        public static final Duration GRACE = Duration.ofSeconds(5);

        public Ticket {
            clocks = List.copyOf(clocks);
        }
    }

    /**
     * A single feedback that somebody should read at once: a low rating, a customer who matters, long text of anger. All that
     * is asked for must hold.
     *
     * @param when by what is known of the feedback (channel, kind, grade, language, attributes.x), the values it may have
     * @param question of the rating; null for any
     * @param ratingAtMost a rating must not be above; null when ratings do not matter
     * @param sentimentBelow the text's sentiment must be below, -1 to 1; null when it does not matter
     * @param charactersAtLeast the text must be as long; 0 when its length does not matter
     * @param owner who is to read it, where the feedback names nobody
     */
    record SingleFeedback(
            Map<String, List<String>> when,
            @Nullable String question,
            @Nullable Double ratingAtMost,
            @Nullable Double sentimentBelow,
            int charactersAtLeast,
            @Nullable String owner)
            implements AlertCondition {
        public SingleFeedback {
            when = new TreeMap<>(when);
            if (when.isEmpty() && ratingAtMost == null && sentimentBelow == null && charactersAtLeast == 0) {
                throw new IllegalArgumentException(
                        "every feedback would be an alert; say which: when, rating_at_most, sentiment_below, characters_at_least");
            }
        }
    }

    private static @Nullable List<String> copyOf(@Nullable List<String> list) {
        return list == null ? null : List.copyOf(list);
    }
}
