package io.satisflow.sla.helpdesk;

import io.satisflow.sla.Promises;
import io.satisflow.sla.Unfolding;
import io.satisflow.sla.clock.Clock;
import io.satisflow.sla.clock.SlaEvent;
import io.satisflow.sla.clock.SlaEventType;
import io.satisflow.sla.policy.SlaRules;
import io.satisflow.ticket.TicketEvent;
import io.satisflow.ticket.TicketEventType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A ticket's life as helpdesks write it down in their tests, and what they ask of it, at the time of its last event. */
final class HelpdeskCase {
    private static final Map<String, Clock> CLOCKS = Map.of(
            "first",
            Clock.FIRST_REPLY,
            "update",
            Clock.NEXT_REPLY,
            "close",
            Clock.TOTAL_RESOLUTION,
            "solution",
            Clock.TOTAL_RESOLUTION,
            "frt",
            Clock.FIRST_REPLY,
            "nrt",
            Clock.NEXT_REPLY,
            "rt",
            Clock.TOTAL_RESOLUTION);
    private static final String TARGETS = """
            [{name: p, calendar: %s, targets: {
              first_reply: {target: %sm, time: %s, pause: %s},
              next_reply: {target: %sm, time: %3$s, pause: %4$s},
              total_resolution: {target: %sm, time: %3$s, pause: %4$s}}}]""";

    private final Unfolding unfolding;

    private HelpdeskCase(Unfolding unfolding) {
        this.unfolding = unfolding;
    }

    /** @param promise hours, and minutes for first reply, next reply and resolution */
    static HelpdeskCase of(String promise, String... events) {
        String[] hoursAndTargets = promise.split(": ", 2);
        String[] minutes = hoursAndTargets[1].split("[ ,]+", 4);
        boolean wall = hoursAndTargets[0].equals("24x7");
        SlaRules rules = Promises.of(TARGETS.formatted(
                hoursAndTargets[0].startsWith("daily") ? "daily" : "zammad",
                minutes[0],
                wall ? "wall" : "business",
                minutes.length > 3 ? "[pending]" : "[]",
                minutes[1],
                minutes[2]));
        List<TicketEvent> log = new ArrayList<>();
        for (String event : events) {
            log.add(event(log.size(), event));
        }
        Instant last = log.get(log.size() - 1).occurredAt();
        return new HelpdeskCase(Unfolding.of(log, rules, last));
    }

    private static TicketEvent event(int number, String text) {
        String[] timeAndWord = text.split(" ", 2);
        Instant at = Instant.parse(timeAndWord[0] + ":00Z");
        return switch (timeAndWord[1]) {
            case "created" -> event(number, TicketEventType.CREATED, at, Map.of());
            case "customer" -> event(number, TicketEventType.CUSTOMER_MESSAGE, at, Map.of());
            case "reply" -> event(number, TicketEventType.AGENT_REPLY, at, Map.of());
            case "closed" -> event(number, TicketEventType.STATUS, at, Map.of("status", "solved"));
            default -> event(number, TicketEventType.STATUS, at, Map.of("status", timeAndWord[1]));
        };
    }

    private static TicketEvent event(int number, TicketEventType type, Instant at, Map<String, String> details) {
        return new TicketEvent("T1", "e" + number, type, at, at, details);
    }

    /** Their words in ours. */
    static String word(String theirs) {
        return switch (theirs) {
            case "created+customer message", "created open", "created" -> "created";
            case "first agent response", "first response", "agent contact" -> "reply";
            case "customer contact" -> "customer";
            case "close_at", "closed" -> "closed";
            default -> theirs;
        };
    }

    /** What we say to one of their expectations, such as {@code first_in_min}; {@code null} when nothing. */
    String expectation(String name) {
        if (name.equals("status")) {
            return unfolding.standing().name().toLowerCase(Locale.ROOT);
        }
        if (name.equals("next")) {
            return written(unfolding.nextDue());
        }
        String[] clockAndAspect = name.split("_", 2);
        Clock clock = Objects.requireNonNull(CLOCKS.get(clockAndAspect[0]));
        return switch (clockAndAspect.length == 1 ? "due" : clockAndAspect[1]) {
            case "due" -> written(due(clock));
            case "in_min" ->
                fulfilled(clock)
                        .map(event -> String.valueOf(event.consumed().toMinutes()))
                        .orElse("null");
            case "diff" ->
                fulfilled(clock)
                        .map(event -> String.valueOf(
                                event.target().minus(event.consumed()).toMinutes()))
                        .orElse("null");
            case "events" ->
                String.valueOf(of(clock).stream()
                        .filter(event -> event.type() == SlaEventType.BREACH)
                        .count());
            default -> throw new IllegalArgumentException("nobody has said what %s means".formatted(name));
        };
    }

    /** Of the instance that is running at the end. */
    private Optional<Instant> due(Clock clock) {
        return last(clock)
                .filter(event -> event.type() != SlaEventType.FULFIL && event.type() != SlaEventType.PAUSE)
                .flatMap(event -> Optional.ofNullable(event.due()));
    }

    /** They keep the worst. */
    private Optional<SlaEvent> fulfilled(Clock clock) {
        return unfolding.worst(clock);
    }

    private Optional<SlaEvent> last(Clock clock) {
        return of(clock).stream().reduce((earlier, later) -> later);
    }

    private List<SlaEvent> of(Clock clock) {
        return unfolding.events().stream()
                .filter(event -> event.clock() == clock)
                .toList();
    }

    private static String written(Optional<Instant> at) {
        return at.map(instant -> instant.toString().substring(0, 16)).orElse("null");
    }
}
