package io.satisflow.sla;

import io.satisflow.sla.clock.Clock;
import io.satisflow.sla.clock.RunMemory;
import io.satisflow.ticket.TicketEvent;
import io.satisflow.ticket.TicketStory;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is kept of a ticket's events once they are not: enough to go on, should it come back after months, or have more
 * events than are kept. It stands for all that happened up to an instant.
 *
 * @param until what happened up to here cannot be told again
 * @param lastSign the last that was heard of it, or that its clocks said
 * @param instances how many of each clock have been activated
 * @param runs of the clocks that are open, or may be reopened
 * @param broken activations that have missed their promise and may still be done, by {@link #activation}
 * @param ids of the events it stands for, in short: a few bits each, so that what is told again is known
 */
public record TicketMemory(
        Instant until,
        Instant lastSign,
        TicketStory story,
        Map<String, String> facts,
        Map<Clock, Integer> instances,
        List<RunMemory> runs,
        List<String> broken,
        List<Integer> ids) {
    private static final int MOST_IDS = 32;
    private static final int ID_BITS = 24;

    public TicketMemory {
        facts = new TreeMap<>(facts);
        instances = new TreeMap<>(instances);
        runs = List.copyOf(runs);
        broken = List.copyOf(broken);
        ids = List.copyOf(ids);
    }

    boolean knows(TicketEvent event) {
        return ids.contains(shortened(event.id()));
    }

    /** The latest come first, since they are told again most. */
    static List<Integer> shortened(List<Integer> earlier, Collection<TicketEvent> events) {
        TreeSet<Integer> ids = new TreeSet<>();
        events.stream()
                .sorted(TicketEvent.AS_IT_HAPPENED.reversed())
                .limit(MOST_IDS)
                .forEach(event -> ids.add(shortened(event.id())));
        earlier.stream().limit(Math.max(0, MOST_IDS - ids.size())).forEach(ids::add);
        return List.copyOf(ids);
    }

    private static int shortened(String id) {
        int hash = id.hashCode() * 0x9E3779B1;
        return hash >>> (Integer.SIZE - ID_BITS);
    }

    /** Whether what this run activated last has missed its promise, be it done by now or not. */
    public boolean isBroken(RunMemory run) {
        return broken.contains(activation(run.clock(), run.instance()));
    }

    public static String activation(Clock clock, int instance) {
        return clock.wireName() + "#" + instance;
    }
}
