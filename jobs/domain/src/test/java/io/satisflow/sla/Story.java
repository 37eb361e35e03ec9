package io.satisflow.sla;

import io.satisflow.sla.clock.SlaEvent;
import io.satisflow.ticket.TicketEvent;
import io.satisflow.ticket.TicketEventType;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A ticket's events for tests, told by the time of one Monday: {@code new Story().created("09:00").reply("10:30")}. */
public final class Story {
    /** Monday 15 January 2024, midnight UTC. */
    static final Instant MONDAY = Instant.parse("2024-01-15T00:00:00Z");

    private final List<TicketEvent> events = new ArrayList<>();

    public Story created(String at, String... details) {
        return event(TicketEventType.CREATED, at, details);
    }

    public Story customer(String at) {
        return event(TicketEventType.CUSTOMER_MESSAGE, at);
    }

    public Story reply(String at) {
        return event(TicketEventType.AGENT_REPLY, at);
    }

    public Story status(String at, String status) {
        return event(TicketEventType.STATUS, at, "status", status);
    }

    public Story promise(String at, String due) {
        return event(TicketEventType.PROMISE, at, "due", at(due).toString());
    }

    public Story event(TicketEventType type, String at, String... details) {
        Map<String, String> named = new TreeMap<>();
        for (int each = 0; each < details.length; each += 2) {
            named.put(details[each], details[each + 1]);
        }
        String id = "%s %s %d".formatted(type.wireName(), at, events.size());
        events.add(new TicketEvent("T1", id, type, at(at), at(at), named));
        return this;
    }

    /** The last event has this id. */
    public Story id(String id) {
        int last = events.size() - 1;
        TicketEvent event = events.get(last);
        events.set(
                last,
                new TicketEvent(
                        event.ticket(), id, event.type(), event.occurredAt(), event.knownAt(), event.details()));
        return this;
    }

    /** The last event became known only later. */
    public Story known(String later) {
        int last = events.size() - 1;
        events.set(last, events.get(last).withKnownAt(at(later)));
        return this;
    }

    public List<TicketEvent> events() {
        return events;
    }

    public TicketState waiting() {
        TicketState state = TicketState.UNKNOWN;
        for (TicketEvent event : events) {
            state = state.with(event);
        }
        return state;
    }

    /** {@code 09:30} or {@code 09:30:00.001} on Monday, {@code +2 09:30} two days later, or a whole instant. */
    public static Instant at(String time) {
        if (time.contains("T")) {
            return Instant.parse(time);
        }
        if (time.startsWith("+")) {
            String[] dayAndTime = time.split(" ", 2);
            return at(dayAndTime[1]).plus(Duration.ofDays(Long.parseLong(dayAndTime[0])));
        }
        return LocalTime.parse(time)
                .atDate(MONDAY.atZone(ZoneOffset.UTC).toLocalDate())
                .toInstant(ZoneOffset.UTC);
    }

    /** {@code 10:30 first_reply#1 breach}, with the reason behind it. */
    public static String line(SlaEvent event) {
        String reason = event.reason() == null ? "" : " (" + event.reason() + ")";
        return "%s %s#%d %s%s"
                .formatted(
                        time(event.at()),
                        event.clock().wireName(),
                        event.instance(),
                        event.type().wireName(),
                        reason);
    }

    public static String time(Instant at) {
        long days = Duration.between(MONDAY, at).toDays();
        String day = days == 0 ? "" : "+" + days + " ";
        return day + LocalTime.ofInstant(at, ZoneOffset.UTC);
    }
}
