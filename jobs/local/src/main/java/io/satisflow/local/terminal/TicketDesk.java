package io.satisflow.local.terminal;

import io.satisflow.local.terminal.TicketClock.Standing;
import io.satisflow.wire.SlaEvent;
import io.satisflow.wire.TicketEvent;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The open tickets and their clocks, as the topics sla-events and ticket-events tell them. */
public final class TicketDesk {
    private static final String CLOSED = "closed";

    private final Map<String, KnownTicket> files = new HashMap<>();
    private final Map<Key, TicketClock> clocks = new HashMap<>();
    private final Map<String, Long> said = new HashMap<>();
    private Instant countedFrom = Instant.MIN;

    private record Key(String ticket, String clock, int instance) {}

    /** Warnings and breaches before this are history, and not counted. */
    void countFrom(Instant start) {
        countedFrom = start;
    }

    public void heard(TicketEvent event) {
        if (CLOSED.equals(event.getDetails().get("status"))) {
            files.remove(event.getTicket());
        } else {
            files.merge(
                    event.getTicket(),
                    KnownTicket.EMPTY.with(event.getDetails()),
                    (file, more) -> file.with(more.details()));
        }
    }

    public void heard(SlaEvent event) {
        if (!event.getAt().isBefore(countedFrom)) {
            said.merge(event.getEvent(), 1L, Long::sum);
        }
        Key key = new Key(event.getTicket(), event.getClock(), event.getInstance());
        TicketClock before = clocks.get(key);
        switch (event.getEvent()) {
            case "fulfil", "cancel" -> clocks.remove(key);
            case "pause" -> put(key, event, Standing.PAUSED, before);
            case "warn" -> put(key, event, Standing.WARNED, before);
            case "breach" -> put(key, event, Standing.BREACHED, before);
            case "activate", "resume", "apply_policy" ->
                put(
                        key,
                        event,
                        before == null ? Standing.RUNNING : before.standing().resumed(),
                        before);
            case "retract" -> put(key, event, Standing.RUNNING, before);
            default -> {}
        }
    }

    private void put(Key key, SlaEvent event, Standing standing, @Nullable TicketClock before) {
        Instant due = event.getDue() != null ? event.getDue() : before == null ? null : before.due();
        if (due != null) {
            clocks.put(key, new TicketClock(key.ticket(), key.clock(), due, standing));
        }
    }

    /** Clocks that will break next, soonest first. */
    public List<TicketClock> closestToBreach(int most) {
        return with(Standing.RUNNING, Standing.WARNED)
                .sorted(TicketClock.BY_DUE)
                .limit(most)
                .toList();
    }

    /** Broken promises that are still open, the newest first. */
    public List<TicketClock> breached(int most) {
        return with(Standing.BREACHED)
                .sorted(TicketClock.BY_DUE.reversed())
                .limit(most)
                .toList();
    }

    public long breached() {
        return with(Standing.BREACHED).count();
    }

    long warned() {
        return with(Standing.WARNED).count();
    }

    /** How often clocks have said something, such as warn. */
    public long said(String event) {
        return said.getOrDefault(event, 0L);
    }

    public KnownTicket file(String ticket) {
        return files.getOrDefault(ticket, KnownTicket.EMPTY);
    }

    private Stream<TicketClock> with(Standing... standings) {
        List<Standing> wanted = List.of(standings);
        return clocks.values().stream().filter(clock -> wanted.contains(clock.standing()));
    }
}
