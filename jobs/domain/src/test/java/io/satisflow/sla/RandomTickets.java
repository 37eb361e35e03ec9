package io.satisflow.sla;

import io.satisflow.ticket.TicketEvent;
import io.satisflow.ticket.TicketEventType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Tickets of which anything may be told, in any order. */
final class RandomTickets {
    private RandomTickets() {}

    static List<TicketEvent> log(Random random) {
        List<TicketEvent> log = new ArrayList<>();
        Map<String, String> details = new TreeMap<>(Map.of("channel", pick(random, "mail", "chat", "phone", "fax")));
        if (random.nextInt(4) == 0) {
            details.put("by", "agent");
        }
        // Of some tickets the creation is never told, of others only after their first messages.
        if (random.nextInt(5) > 0) {
            log.add(event(0, TicketEventType.CREATED, random.nextInt(random.nextInt(6) == 0 ? 400 : 60), details));
        } else {
            TicketEventType first = pick(
                    random,
                    TicketEventType.CUSTOMER_MESSAGE,
                    TicketEventType.AGENT_REPLY,
                    TicketEventType.INTERNAL_NOTE);
            log.add(event(0, first, random.nextInt(60), details));
        }
        int more = random.nextInt(20);
        for (int each = 1; each <= more; each++) {
            log.add(event(each, random));
        }
        // Some come back after weeks.
        int back = random.nextInt(4) == 0 ? 1 + random.nextInt(3) : 0;
        for (int each = 0; each < back; each++) {
            log.add(event(more + 1 + each, 20_000 + random.nextInt(30_000), random));
        }
        return log;
    }

    static TicketEvent event(int number, Random random) {
        return event(number, 60 + random.nextInt(2800), random);
    }

    private static TicketEvent event(int number, int minute, Random random) {
        TicketEventType type = pick(
                random,
                pick(random, TicketEventType.values()),
                TicketEventType.CUSTOMER_MESSAGE,
                TicketEventType.AGENT_REPLY,
                TicketEventType.STATUS,
                TicketEventType.STAGE,
                TicketEventType.PROMISE);
        if (type == TicketEventType.CREATED || (type == TicketEventType.MERGED && random.nextInt(3) > 0)) {
            type = TicketEventType.STATUS;
        }
        return event(number, type, minute, details(type, minute, random));
    }

    private static Map<String, String> details(TicketEventType type, int minute, Random random) {
        return switch (type) {
            case STATUS -> Map.of("status", pick(random, "open", "pending", "on_hold", "solved", "closed"));
            case PRIORITY -> Map.of("priority", pick(random, "urgent", "high", "low", ""));
            case INTERNAL_NOTE ->
                random.nextBoolean() ? Map.of("snapshot", "true", "team", "billing", "tags", "vip") : Map.of();
            case CUSTOMER_MESSAGE, AGENT_REPLY ->
                switch (random.nextInt(8)) {
                    case 0 -> Map.of("by", pick(random, "bot", "customer", "agent"));
                    case 1 -> Map.of("status", pick(random, "open", "pending", "solved"));
                    default -> Map.of();
                };
            case TAGS -> Map.of("tags", pick(random, "vip", "vip,new", "new", ""));
            case GRADED -> Map.of("grade", pick(random, "general", "major"));
            case ASSIGNED ->
                random.nextBoolean()
                        ? Map.of("to", "a-1", "group", pick(random, "one", "two"))
                        : Map.of(
                                "channel", pick(random, "chat", "phone", "mail"), "team", pick(random, "billing", "x"));
            case STAGE -> Map.of("stage", pick(random, "receive", "analyse", "resolve", "reply", "review", "done"));
            case PROMISE ->
                Map.of(
                        "due",
                        Story.at("08:00")
                                .plus(Duration.ofMinutes(minute + random.nextInt(1500) - 50))
                                .toString());
            case FOLLOW_UP -> Map.of("outcome", pick(random, "satisfied", "unsatisfied", "unsolved", "unreached"));
            default -> Map.of();
        };
    }

    static TicketEvent event(int number, TicketEventType type, int minute, Map<String, String> details) {
        Instant at = Story.at("08:00").plus(Duration.ofMinutes(minute));
        return new TicketEvent("T1", "e" + number, type, at, at, details);
    }

    static List<TicketEvent> delayed(List<TicketEvent> events, Random random) {
        List<TicketEvent> delayed = new ArrayList<>();
        for (TicketEvent event : events) {
            int minutes = random.nextBoolean() ? 0 : random.nextInt(random.nextBoolean() ? 10 : 600);
            delayed.add(event.withKnownAt(event.occurredAt().plus(Duration.ofMinutes(minutes))));
        }
        Collections.shuffle(delayed, random);
        return delayed;
    }

    @SafeVarargs
    private static <T> T pick(Random random, T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
