package io.satisflow.flink.sla;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.BiConsumer;

/**
 * Events that have arrived and may be used when time has come to them. They wait in memory, since most of them wait for
 * the next watermark only: so a ticket's row is read and written once a watermark, whatever the number of its events,
 * and needs no timer for them.
 */
final class ArrivedEvents {
    /** How many may wait here; further ones go to their rows and get timers. */
    static final int ROOM = 20_000;

    private final Map<String, List<LoggedEvent>> byTicket = new HashMap<>();
    private final PriorityQueue<Waiting> queue =
            new PriorityQueue<>(Comparator.comparingLong(Waiting::time).thenComparing(Waiting::ticket));

    private record Waiting(String ticket, long time) {}

    /** @param events never empty */
    record Batch(String ticket, List<LoggedEvent> events) {}

    boolean hasRoom() {
        return queue.size() < ROOM;
    }

    void add(String ticket, LoggedEvent event) {
        byTicket.computeIfAbsent(ticket, none -> new ArrayList<>(2)).add(event);
        queue.add(new Waiting(ticket, event.knownAt()));
    }

    /** Takes what may be used up to this time of the next ticket that has any; empty when none has. */
    Optional<Batch> takeUntil(long time) {
        for (Waiting first = queue.peek(); first != null && first.time <= time; first = queue.peek()) {
            queue.remove();
            List<LoggedEvent> usable = takeOf(first.ticket, time);
            if (!usable.isEmpty()) {
                return Optional.of(new Batch(first.ticket, usable));
            }
        }
        return Optional.empty();
    }

    private List<LoggedEvent> takeOf(String ticket, long time) {
        List<LoggedEvent> waiting = byTicket.getOrDefault(ticket, List.of());
        List<LoggedEvent> usable =
                waiting.stream().filter(event -> event.knownAt() <= time).toList();
        if (usable.size() == waiting.size()) {
            byTicket.remove(ticket);
        } else {
            waiting.removeAll(usable);
        }
        return usable;
    }

    /** Takes all of them. */
    void drainTo(BiConsumer<String, List<LoggedEvent>> each) {
        byTicket.forEach(each);
        byTicket.clear();
        queue.clear();
    }
}
