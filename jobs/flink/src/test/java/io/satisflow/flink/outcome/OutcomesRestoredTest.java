package io.satisflow.flink.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.satisfaction.outcome.CustomerCase;
import io.satisflow.satisfaction.outcome.Finding.Ruling;
import io.satisflow.satisfaction.outcome.OutcomeRule;
import io.satisflow.ticket.TicketEvent;
import io.satisflow.ticket.TicketEventType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Restored again and again, the operators that follow tickets and customers tell what they would have told, and forget all in the end. */
class OutcomesRestoredTest {
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant END = START.plus(Duration.ofDays(300));

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void with_late_and_repeated_events_and_restores_all_that_is_told_is_what_a_naive_count_says(int seed)
            throws Exception {
        Desk desk = new Desk(new Random(seed));

        List<ToldFinding> restored = play(desk, seed, true);

        assertThat(restored).isEqualTo(play(desk, seed, false)).hasSizeGreaterThan(300);
        assertThat(counted(restored))
                .containsExactlyInAnyOrderElementsOf(OutcomesHarness.RULES.rules().stream()
                        .map(OutcomeRule::metric)
                        .toList());
    }

    private static List<ToldFinding> play(Desk desk, int seed, boolean restores) throws Exception {
        Random random = new Random(seed);
        List<TicketEvent> events = new ArrayList<>(desk.events);
        List<CaseNews> complaints = new ArrayList<>(desk.complaints);
        OutcomesHarness harness = new OutcomesHarness();
        Instant watermark = START;
        while (watermark.isBefore(END)) {
            Instant next = watermark.plus(Duration.ofHours(1 + random.nextInt(24 * 10)));
            // Some come long before the watermark lets them be used.
            for (TicketEvent event : List.copyOf(events)) {
                if (!event.knownAt().isAfter(next) || random.nextInt(20) == 0) {
                    harness.hear(event);
                    events.remove(event);
                }
            }
            for (CaseNews complaint : List.copyOf(complaints)) {
                if (complaint.knownAt() <= next.toEpochMilli() || random.nextInt(20) == 0) {
                    harness.hear(complaint);
                    complaints.remove(complaint);
                }
            }
            harness = restores ? harness.restored() : harness;
            harness.passTimeTo(next.toEpochMilli());
            assertThat(present(harness.told()))
                    .as("seed %d at %s", seed, next)
                    .isEqualTo(NaiveOutcomes.of(desk.events, desk.complaints, next));
            watermark = next;
        }
        harness.assertNothingIsLeft();
        harness.close();
        return List.copyOf(harness.told());
    }

    /** The latest version of each, without those that were taken back. */
    private static Map<String, Map<String, Ruling>> present(List<ToldFinding> told) {
        Map<String, Map<String, Ruling>> present = new TreeMap<>();
        told.forEach(each -> present.put(each.key(), each.finding().rulings()));
        present.values().removeIf(Map::isEmpty);
        return present;
    }

    private static TreeSet<String> counted(List<ToldFinding> told) {
        TreeSet<String> metrics = new TreeSet<>();
        told.forEach(each -> metrics.addAll(each.finding().rulings().keySet()));
        return metrics;
    }

    /** What happens at a desk in two months. */
    private static final class Desk {
        private final Random random;
        private final List<TicketEvent> events = new ArrayList<>();
        private final List<CaseNews> complaints = new ArrayList<>();

        Desk(Random random) {
            this.random = random;
            for (int i = 0; i < 60; i++) {
                ticket("T" + i, START.plusSeconds(random.nextInt(60 * 86_400)));
            }
            for (int i = 0; i < 15; i++) {
                Instant at = START.plusSeconds(random.nextInt(60 * 86_400));
                Map<String, String> facts = Map.of("kind", "complaint", "order", order(), "team", "shop");
                complaints.add(new CaseNews(
                        customer(), late(at).toEpochMilli(), CustomerCase.said("app/" + i, at, facts), false));
            }
        }

        private void ticket(String ticket, Instant opened) {
            String customer = customer();
            String told = random.nextInt(8) == 0 ? null : customer;
            String kind = random.nextBoolean() ? "complaint" : "question";
            Map<String, String> first = Map.of("kind", kind, "order", order(), "team", "shop", "by", "customer");
            events.add(new TicketEvent(ticket, "0", TicketEventType.CREATED, opened, opened, first, told));
            Instant at = opened;
            int turns = random.nextInt(14);
            for (int i = 1; i <= turns; i++) {
                at = at.plusSeconds(60 + random.nextInt(random.nextBoolean() ? 7_200 : 3 * 86_400));
                add(ticket, "" + i, at, told, customer);
            }
        }

        private void add(String ticket, String id, Instant at, @Nullable String told, String customer) {
            switch (random.nextInt(60)) {
                case 0 -> add(ticket, id, TicketEventType.MERGED, at, told, Map.of("into", "T0"));
                case 1, 2, 3, 4, 5, 6, 7, 8 -> add(ticket, id, TicketEventType.CUSTOMER_MESSAGE, at, told, Map.of());
                case 9, 10, 11, 12, 13, 14 ->
                    add(ticket, id, TicketEventType.STATUS, at, told, Map.of("status", "open"));
                case 15, 16, 17, 18, 19, 20 ->
                    add(
                            ticket,
                            id,
                            TicketEventType.PROMISE,
                            at,
                            told,
                            Map.of("due", at.plus(days(5)).toString()));
                case 21, 22, 23, 24, 25, 26 ->
                    add(ticket, id, TicketEventType.FOLLOW_UP, at, told, Map.of("outcome", outcome()));
                case 27, 28, 29, 30 -> add(ticket, id, TicketEventType.SURVEY_SENT, at, told, Map.of("x", "1"));
                // The customer's own word says whose ticket it is.
                case 31, 32, 33, 34 ->
                    add(ticket, id, TicketEventType.SATISFACTION, at, customer, Map.of("voice", "true"));
                case 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45 ->
                    add(ticket, id, TicketEventType.AGENT_REPLY, at, told, Map.of("by", "agent"));
                default -> add(ticket, id, TicketEventType.STATUS, at, told, Map.of("status", "solved"));
            }
        }

        private void add(
                String ticket,
                String id,
                TicketEventType type,
                Instant at,
                @Nullable String customer,
                Map<String, String> details) {
            TicketEvent event = new TicketEvent(ticket, id, type, at, late(at), details, customer);
            events.add(event);
            if (random.nextInt(10) == 0) {
                events.add(event);
            }
        }

        private String outcome() {
            return List.of("satisfied", "unsatisfied", "unreached").get(random.nextInt(3));
        }

        private String customer() {
            return "c" + random.nextInt(12);
        }

        private String order() {
            return "o" + random.nextInt(3);
        }

        private Instant late(Instant at) {
            return random.nextInt(3) == 0 ? at.plus(days(4)) : at;
        }

        private Duration days(int most) {
            return Duration.ofSeconds(60 + random.nextInt(most * 86_400));
        }
    }
}
