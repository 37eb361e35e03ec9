package io.satisflow.flink.alerts;

import io.satisflow.flink.quiet.AwaitedTimes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * The timers of a key, lazily: a new one only for a moment that is earlier than all that are set. One that fires too early
 * sets the next.
 *
 * @param set epoch milliseconds in rising order
 */
public record EventTimers(List<Long> set) {
    static final EventTimers NONE = new EventTimers(List.of());

    /** Tolerates null, which a field that was added after a savepoint is restored as. */
    public EventTimers {
        set = set == null ? List.of() : List.copyOf(set);
    }

    EventTimers with(Instant moment, LongConsumer register) {
        long time = moment.toEpochMilli();
        if (!set.isEmpty() && set.get(0) <= time) {
            return this;
        }
        register.accept(time);
        AwaitedTimes.add(time);
        List<Long> more = new ArrayList<>(set);
        more.add(time);
        more.sort(Comparator.naturalOrder());
        return new EventTimers(more);
    }

    EventTimers without(long time) {
        return new EventTimers(set.stream().filter(timer -> timer != time).toList());
    }
}
