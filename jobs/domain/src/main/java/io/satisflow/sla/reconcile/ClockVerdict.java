package io.satisflow.sla.reconcile;

import io.satisflow.sla.clock.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What is said of one promise of one ticket, by us or by a help desk.
 *
 * @param instance counts the promises of this clock on this ticket, from 1
 * @param due null when it is not said
 * @param doneAt when it was kept or made up for; null when it is not said, or not yet
 * @param target null when it is not said
 */
public record ClockVerdict(
        Key key,
        Outcome outcome,
        @Nullable Instant due,
        @Nullable Instant doneAt,
        @Nullable Duration target) {

    /** Which promise. */
    public record Key(String ticket, Clock clock, int instance) implements Comparable<Key> {
        private static final Comparator<Key> IN_ORDER =
                Comparator.comparing(Key::ticket).thenComparing(Key::clock).thenComparing(Key::instance);

        @Override
        public int compareTo(Key other) {
            return IN_ORDER.compare(this, other);
        }
    }
}
