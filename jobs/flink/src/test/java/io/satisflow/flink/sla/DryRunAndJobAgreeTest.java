package io.satisflow.flink.sla;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.config.ConfigFile;
import io.satisflow.ledger.DeadLetter;
import io.satisflow.ledger.RecordedTicketEvent;
import io.satisflow.sla.clock.SlaEvent;
import io.satisflow.sla.dryrun.DryRun;
import io.satisflow.sla.policy.PolicyFile;
import io.satisflow.sla.policy.SlaRules;
import io.satisflow.ticket.TicketEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The dry run and the job say the same, in whatever order events arrive, duplicates and retold snapshots included, and
 * through restarts in the middle. Each round is 80 tickets: 3,200 stories in all.
 */
class DryRunAndJobAgreeTest {
    private static final int TICKETS = 80;
    private static final Instant START = Instant.parse("2026-01-05T08:00:00Z");
    private static final Instant END = START.plus(Duration.ofDays(60));

    private static final SlaRules RULES =
            new SlaRules(new PolicyFile(Map.of()).read(ConfigFile.parse("policies.yaml", """
                    policies:
                      - name: vip
                        when: {tags: vip}
                        targets:
                          first_reply: {target: 1h, time: wall, warn: [50%, 10m], answered_by: [agent, bot]}
                          group_ownership: {target: 2h, time: wall}
                          total_resolution: {target: 5h, time: wall, pause: [pending]}
                          follow_up: {target: 72h, time: wall}
                      - name: rest
                        targets:
                          first_reply: {target: 2h, time: wall, pause: [pending]}
                          next_reply: {target: 30m, time: wall, solved_unanswered: missed}
                          periodic_update: {target: 4h, time: wall}
                          requester_wait: {target: {urgent: 4h, default: 20h}, time: wall}
                          agent_work: {target: {urgent: 3h, high: 9h}, time: wall, warn: [25%, 1h]}
                          assignment: {target: 1h, time: wall}
                          total_resolution: {target: {urgent: 8h, default: 48h}, time: wall}
                    """)));

    private final Map<String, Integer> deliveries = new HashMap<>();

    static IntStream seeds() {
        return IntStream.range(0, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_job_says_what_the_dry_run_says(int seed) throws Exception {
        Random random = new Random(seed);
        List<RecordedTicketEvent> events = new ArrayList<>();
        for (int ticket = 0; ticket < TICKETS; ticket++) {
            events.addAll(story("T" + ticket, random));
        }
        List<TicketEvent> told = new ArrayList<>(events.stream()
                .map(event -> LoggedEvent.of(event).toDomain(event.ticket()))
                .toList());
        Collections.shuffle(told, random);
        DryRun dryRun = DryRun.of(told, RULES, END);

        List<String> refused = new ArrayList<>();
        List<SlaEvent> said = job(events, random, refused);

        Map<String, List<String>> expected = byTicket(dryRun.said());
        Map<String, List<String>> actual = byTicket(said);
        assertThat(actual.keySet()).isEqualTo(expected.keySet());
        expected.forEach(
                (ticket, words) -> assertThat(actual.get(ticket)).as(ticket).containsExactlyElementsOf(words));
        assertThat(refused)
                .containsExactlyInAnyOrderElementsOf(dryRun.refused().stream()
                        .filter(each -> !each.reason().wireName().equals("duplicate"))
                        .map(each -> each.message())
                        .toList());
    }

    /** Events arrive in random order within slices of time, with a restart now and then. */
    private static List<SlaEvent> job(List<RecordedTicketEvent> events, Random random, List<String> refused)
            throws Exception {
        List<RecordedTicketEvent> arriving = new ArrayList<>(events);
        RestartedClocks clocks = new RestartedClocks(RULES);
        Instant now = START;
        while (now.isBefore(END)) {
            now = now.plusSeconds(60 + random.nextInt(random.nextBoolean() ? 6_000 : 900_000));
            Instant until = now.isBefore(END) ? now : END;
            List<RecordedTicketEvent> slice = arriving.stream()
                    .filter(event -> !event.knownAt().isAfter(until))
                    .toList();
            arriving.removeAll(slice);
            List<RecordedTicketEvent> shuffled = new ArrayList<>(slice);
            Collections.shuffle(shuffled, random);
            for (RecordedTicketEvent event : shuffled) {
                clocks.process(event);
            }
            if (random.nextInt(6) == 0) {
                clocks.restart();
            }
            clocks.timeComesTo(until);
        }
        clocks.close();
        clocks.refused().stream().map(DeadLetter::message).forEach(refused::add);
        return clocks.said();
    }

    private static Map<String, List<String>> byTicket(List<SlaEvent> said) {
        Map<String, List<String>> byTicket = new TreeMap<>();
        said.forEach(event -> byTicket.computeIfAbsent(event.ticket(), ticket -> new ArrayList<>())
                .add(event.toString()));
        return byTicket;
    }

    private List<RecordedTicketEvent> story(String ticket, Random random) {
        List<RecordedTicketEvent> story = new ArrayList<>();
        if (random.nextInt(5) > 0) {
            story.add(event(ticket, "created", random.nextInt(40), created(random), random));
        }
        int more = 1 + random.nextInt(14);
        for (int each = 0; each < more; each++) {
            int minute = 30 + random.nextInt(random.nextInt(4) == 0 ? 40_000 : 3_000);
            story.add(event(ticket, minute, random));
        }
        for (RecordedTicketEvent event : List.copyOf(story)) {
            switch (random.nextInt(12)) {
                case 0 -> story.add(event);
                case 1 -> story.add(later(event, random));
                case 2 -> story.add(saying(event, random));
                default -> {
                    // Told once.
                }
            }
        }
        return story;
    }

    private static Map<String, String> created(Random random) {
        Map<String, String> details = new TreeMap<>(Map.of("priority", pick(random, "urgent", "high", "low")));
        if (random.nextInt(4) == 0) {
            details.put("by", pick(random, "agent", "bot"));
        }
        if (random.nextBoolean()) {
            details.put("tags", "vip");
        }
        return details;
    }

    private RecordedTicketEvent event(String ticket, int minute, Random random) {
        String type = pick(
                random,
                "customer_message",
                "customer_message",
                "agent_reply",
                "agent_reply",
                "status",
                "status",
                "status",
                "assigned",
                "tags",
                "priority",
                "bot_reply",
                "internal_note",
                "merged",
                "follow_up",
                "satisfaction");
        Map<String, String> details = switch (type) {
            case "status" -> Map.of("status", pick(random, "open", "pending", "on_hold", "solved", "solved", "closed"));
            case "assigned" -> Map.of("to", pick(random, "ann", ""), "team", pick(random, "one", "two", ""));
            case "tags" -> Map.of("tags", pick(random, "vip", "", "new"));
            case "priority" -> Map.of("priority", pick(random, "urgent", "", "high"));
            case "internal_note" -> Map.of("snapshot", pick(random, "true", "false"), "status", "open");
            case "merged" -> Map.of("into", "other");
            case "follow_up" -> Map.of("outcome", pick(random, "satisfied", "unsolved", "unreadable"));
            case "agent_reply" -> Map.of("by", pick(random, "agent", "agent", "bot", "customer"));
            default -> Map.of();
        };
        // A merge is rare.
        return type.equals("merged") && random.nextInt(4) > 0
                ? event(ticket, "customer_message", minute, Map.of(), random)
                : event(ticket, type, minute, details, random);
    }

    private RecordedTicketEvent event(
            String ticket, String type, int minute, Map<String, String> details, Random random) {
        Instant at = START.plus(Duration.ofMinutes(minute));
        int delay = random.nextInt(3) > 0 ? 0 : random.nextInt(random.nextBoolean() ? 600 : 40_000);
        int number = deliveries.merge(ticket, 1, Integer::sum);
        return TicketStream.event(
                ticket,
                random.nextBoolean() ? String.valueOf(number) : type + " " + number,
                type,
                at,
                at.plusSeconds(delay),
                details,
                number);
    }

    /** The same event, known again later. */
    private static RecordedTicketEvent later(RecordedTicketEvent event, Random random) {
        return event.withKnownAt(event.knownAt().plusSeconds(random.nextInt(2_000_000)));
    }

    /** Another event by the same id, at the same time. */
    private static RecordedTicketEvent saying(RecordedTicketEvent event, Random random) {
        Map<String, String> details = Map.of("status", pick(random, "open", "pending"), "outcome", "satisfied");
        TicketEvent said = event.event();
        return TicketStream.event(
                said.ticket(),
                said.id(),
                said.type().wireName(),
                said.occurredAt(),
                said.knownAt(),
                details,
                event.source().offset());
    }

    @SafeVarargs
    private static <T> T pick(Random random, T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
