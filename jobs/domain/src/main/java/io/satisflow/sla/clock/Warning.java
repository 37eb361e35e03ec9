package io.satisflow.sla.clock;

import java.io.Serializable;
import java.time.Duration;

/** A word in time: when so much of a target is left, counted in the target's own time. */
public sealed interface Warning extends Serializable {
    /** What a target has that names no warnings: 25 % left, but not under 10 minutes nor over 4 hours. */
    Warning DEFAULT = new Clamped(new Share(25), Duration.ofMinutes(10), Duration.ofHours(4));

    /** How much is left of the target at that moment; all of it or more means that the warning is never given. */
    Duration left(Duration target);

    /** The reason given with the warning, such as {@code 25% left}; it also tells one warning from another. */
    String reason();

    /** A share of the target. */
    record Share(int percent) implements Warning {
        public Share {
            if (percent < 1 || percent > 99) {
                throw new IllegalArgumentException(
                        "a share of the target must lie between 1% and 99%, but was " + percent + "%");
            }
        }

        @Override
        public Duration left(Duration target) {
            return target.multipliedBy(percent).dividedBy(100);
        }

        @Override
        public String reason() {
            return percent + "% left";
        }
    }

    /** A time before due. */
    record Lead(Duration lead, String text) implements Warning {
        @Override
        public Duration left(Duration target) {
            return lead;
        }

        @Override
        public String reason() {
            return text + " left";
        }
    }

    /** Another warning, but neither too close to due nor too far from it. */
    record Clamped(Warning warning, Duration least, Duration most) implements Warning {
        @Override
        public Duration left(Duration target) {
            Duration left = warning.left(target);
            if (left.compareTo(least) < 0) {
                return least;
            }
            return left.compareTo(most) > 0 ? most : left;
        }

        @Override
        public String reason() {
            return warning.reason();
        }
    }
}
