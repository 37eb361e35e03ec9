package io.satisflow.flink.sla;

import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Tickets that have events which may be used when time has come to them. They wait in memory, as most of them wait for
 * the next watermark only and a timer in RocksDB costs more than all else that an event does. Whatever waits longer,
 * and what does not find room here, gets a timer.
 */
final class WaitingTickets {
    static final int ROOM = 10_000;

    private final Map<String, Long> earliest = new HashMap<>();
    private final PriorityQueue<Waiting> queue =
            new PriorityQueue<>(Comparator.comparingLong(Waiting::time).thenComparing(Waiting::ticket));

    private record Waiting(String ticket, long time) {}

    /** @return false when there is no room left */
    boolean add(String ticket, long time) {
        Long known = earliest.get(ticket);
        if (known != null && known <= time) {
            return true;
        }
        if (queue.size() >= ROOM) {
            return false;
        }
        earliest.put(ticket, time);
        queue.add(new Waiting(ticket, time));
        return true;
    }

    /** Takes a ticket that waits no longer than up to this time; empty when there is none. */
    Optional<String> takeUntil(long time) {
        Waiting first = queue.peek();
        while (first != null && first.time <= time) {
            queue.remove();
            if (isCurrent(first)) {
                earliest.remove(first.ticket);
                return Optional.of(first.ticket);
            }
            first = queue.peek();
        }
        return Optional.empty();
    }

    /** Takes all of them. */
    void drainTo(ObjLongConsumer<String> each) {
        earliest.forEach(each::accept);
        earliest.clear();
        queue.clear();
    }

    /** A ticket that came to wait for something earlier has left its old place in the queue behind. */
    private boolean isCurrent(Waiting waiting) {
        @Nullable Long time = earliest.get(waiting.ticket);
        return time != null && time == waiting.time;
    }
}
