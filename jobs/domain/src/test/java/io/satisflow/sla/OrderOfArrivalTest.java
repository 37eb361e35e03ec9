package io.satisflow.sla;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.sla.clock.Clock;
import io.satisflow.sla.clock.SlaEvent;
import io.satisflow.sla.clock.SlaEventType;
import io.satisflow.sla.policy.RuleBook;
import io.satisflow.sla.policy.RuleVersion;
import io.satisflow.sla.policy.SlaRules;
import io.satisflow.ticket.TicketEvent;
import io.satisflow.ticket.TicketEventType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** However late and in whatever order events come, the clocks end the same; and however time is cut into steps. */
class OrderOfArrivalTest {
    private static final Instant END = Story.MONDAY.plus(Duration.ofDays(60));

    static IntStream seeds() {
        return IntStream.range(0, 100);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void any_order_of_arrival_ends_in_the_same_clocks(int seed) {
        Random random = new Random(seed);
        List<TicketEvent> inOrder = RandomTickets.log(random);
        List<TicketEvent> late = RandomTickets.delayed(inOrder, random);

        TicketAdvance expected = TicketHistory.advance(waiting(inOrder), ChangingPolicies.BOOK, END);
        TicketAdvance actual = TicketHistory.advance(waiting(late), ChangingPolicies.BOOK, END);

        assertThat(expected.said()).noneMatch(event -> event.type() == SlaEventType.RETRACT);
        assertThat(net(actual.said())).containsExactlyInAnyOrderElementsOf(net(expected.said()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void at_any_time_what_stands_is_what_the_known_events_tell(int seed) {
        Random random = new Random(seed);
        List<TicketEvent> late = RandomTickets.delayed(RandomTickets.log(random), random);
        Instant now = Story.MONDAY.plus(Duration.ofMinutes(480 + random.nextInt(3000)));
        List<TicketEvent> known =
                late.stream().filter(event -> !event.knownAt().isAfter(now)).toList();

        assertThat(net(TicketHistory.advance(waiting(late), ChangingPolicies.BOOK, now)
                        .said()))
                .containsExactlyInAnyOrderElementsOf(
                        net(Unfolding.of(known, ChangingPolicies.BOOK, now).events()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void at_any_time_the_latest_of_each_milestone_is_what_the_known_events_tell(int seed) {
        Random random = new Random(seed);
        List<TicketEvent> late = RandomTickets.delayed(RandomTickets.log(random), random);
        Instant now = Story.MONDAY.plus(Duration.ofMinutes(480 + random.nextInt(3000)));
        List<TicketEvent> known =
                late.stream().filter(event -> !event.knownAt().isAfter(now)).toList();

        Map<String, Milestone> latest = new TreeMap<>();
        for (Milestone milestone :
                TicketHistory.advance(waiting(late), ChangingPolicies.BOOK, now).milestones()) {
            Milestone earlier = latest.put(milestone.id(), milestone);
            assertThat(earlier == null || earlier.asOf().isBefore(milestone.asOf()))
                    .isTrue();
        }
        latest.values().removeIf(milestone -> !milestone.stands());

        Map<String, String> shown = new TreeMap<>();
        latest.forEach((id, milestone) -> shown.put(id, milestone.at() + " " + milestone.inTime()));
        assertThat(shown)
                .isEqualTo(milestonesOf(
                        Unfolding.of(known, ChangingPolicies.BOOK, now).events()));
    }

    private static Map<String, String> milestonesOf(List<SlaEvent> words) {
        Map<String, String> milestones = new TreeMap<>();
        for (SlaEvent word : words) {
            String activation =
                    "%s/%s/%d/".formatted(word.ticket(), word.clock().wireName(), word.instance());
            switch (word.type()) {
                case BREACH -> milestones.putIfAbsent(activation + "BROKEN", word.at() + " false");
                case FULFIL ->
                    milestones.put(
                            activation + "DONE", word.at() + " " + !milestones.containsKey(activation + "BROKEN"));
                case RESUME -> milestones.remove(activation + "DONE");
                default -> {
                    // Says nothing of whether the promise was kept.
                }
            }
        }
        return milestones;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void one_step_says_the_same_as_many(int seed) {
        Random random = new Random(seed);
        List<TicketEvent> late = RandomTickets.delayed(RandomTickets.log(random), random);
        TicketAdvance oneStep = TicketHistory.advance(waiting(late), ChangingPolicies.BOOK, END);

        List<SlaEvent> said = new ArrayList<>();
        TicketState state = TicketState.UNKNOWN;
        List<TicketEvent> arriving = new ArrayList<>(late);
        Instant now = Story.MONDAY;
        while (now.isBefore(END)) {
            now = now.plusMillis(1 + random.nextInt(random.nextBoolean() ? 4_000_000 : 80_000_000));
            // An event may arrive long before it is known, but not after.
            Instant latest = now;
            for (TicketEvent event : List.copyOf(arriving)) {
                if (!event.knownAt().isAfter(latest) || random.nextInt(3) == 0) {
                    state = state.with(event);
                    arriving.remove(event);
                }
            }
            TicketAdvance step = TicketHistory.advance(state, ChangingPolicies.BOOK, now);
            said.addAll(step.said());
            state = step.state();
        }

        assertThat(said)
                .isEqualTo(oneStep.said().stream()
                        .filter(event -> !event.asOf().isAfter(END))
                        .toList());
        assertThat(said).isSortedAccordingTo(Comparator.comparing(SlaEvent::asOf));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void following_the_next_moments_misses_nothing(int seed) {
        List<TicketEvent> log = RandomTickets.log(new Random(seed));
        TicketAdvance oneStep = TicketHistory.advance(waiting(log), ChangingPolicies.BOOK, END);

        List<SlaEvent> said = new ArrayList<>();
        TicketAdvance step = TicketHistory.advance(waiting(log), ChangingPolicies.BOOK, Story.MONDAY);
        while (step.next().filter(END::isAfter).isPresent()) {
            step = TicketHistory.advance(
                    step.state(), ChangingPolicies.BOOK, step.next().orElseThrow());
            said.addAll(step.said());
        }

        assertThat(said).isEqualTo(oneStep.said());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void rules_learnt_shortly_before_they_hold_change_the_same_as_rules_known_from_the_start(int seed) {
        Random random = new Random(seed);
        List<TicketEvent> late = RandomTickets.delayed(RandomTickets.log(random), random);
        TicketAdvance knownFromTheStart = TicketHistory.advance(waiting(late), ChangingPolicies.BOOK, END);

        List<SlaEvent> said = new ArrayList<>();
        RuleBook learnt = RuleBook.of(ChangingPolicies.RULES);
        TicketState state = waiting(late);
        for (RuleVersion version : ChangingPolicies.BOOK
                .versions()
                .subList(1, ChangingPolicies.BOOK.versions().size())) {
            Instant before = version.from().minusMillis(1 + random.nextInt(10_000_000));
            TicketAdvance step = TicketHistory.advance(state, learnt, before);
            said.addAll(step.said());
            state = step.state();
            learnt = learnt.with(version);
        }
        said.addAll(TicketHistory.advance(state, learnt, END).said());

        assertThat(said).isEqualTo(knownFromTheStart.said());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_longer_telling_begins_with_a_shorter_one(int seed) {
        Random random = new Random(seed);
        List<TicketEvent> log = RandomTickets.log(random);
        Instant until = Story.MONDAY.plus(Duration.ofMinutes(random.nextInt(3000)));
        List<TicketEvent> sofar =
                log.stream().filter(event -> !event.occurredAt().isAfter(until)).toList();

        List<SlaEvent> shorter =
                Unfolding.of(sofar, ChangingPolicies.BOOK, until).events();

        assertThat(Unfolding.of(log, ChangingPolicies.BOOK, Instant.MAX)
                        .events()
                        .subList(0, shorter.size()))
                .isEqualTo(shorter);
    }

    @Test
    void the_random_stories_let_every_clock_start_be_kept_and_be_missed() {
        Set<String> told = new TreeSet<>();
        IntStream.range(0, 1000)
                .forEach(seed -> Unfolding.of(RandomTickets.log(new Random(seed)), ChangingPolicies.BOOK, Instant.MAX)
                        .events()
                        .forEach(event -> told.add(
                                event.clock().wireName() + " " + event.type().wireName())));

        for (Clock clock : Clock.values()) {
            assertThat(told)
                    .as(clock.wireName())
                    .contains(
                            clock.wireName() + " activate", clock.wireName() + " fulfil", clock.wireName() + " breach");
        }
    }

    @Test
    void a_long_log_is_quickly_told() {
        Random random = new Random(7);
        List<TicketEvent> log = new ArrayList<>();
        log.add(RandomTickets.event(0, TicketEventType.CREATED, 0, Map.of("channel", "mail")));
        for (int each = 1; each < SlaRules.LOG_CAP; each++) {
            log.add(RandomTickets.event(each, random));
        }

        CompletableFuture<TicketAdvance> telling =
                CompletableFuture.supplyAsync(() -> TicketHistory.advance(waiting(log), ChangingPolicies.BOOK, END));

        assertThat(telling).succeedsWithin(Duration.ofSeconds(30));
    }

    private static TicketState waiting(List<TicketEvent> events) {
        TicketState state = TicketState.UNKNOWN;
        for (TicketEvent event : events) {
            state = state.with(event);
        }
        return state;
    }

    /**
     * What remains of the words after all retractions; when and why they became known apart. When a ticket is forgotten
     * goes by when it was heard of last, so what that ends is left out.
     */
    private static List<String> net(List<SlaEvent> said) {
        List<String> net = new ArrayList<>();
        for (SlaEvent event : said) {
            if ("nothing more was heard after its end".equals(event.reason())) {
                continue;
            }
            if (event.type() != SlaEventType.RETRACT) {
                net.add(key(event, event.type()));
            } else {
                assertThat(net.remove(key(event, Objects.requireNonNull(event.retracted()))))
                        .as("a retraction takes back what was said: %s", event)
                        .isTrue();
            }
        }
        return net;
    }

    private static String key(SlaEvent event, SlaEventType type) {
        return List.of(
                        event.clock(),
                        event.instance(),
                        type,
                        event.at(),
                        String.valueOf(event.due()),
                        event.target(),
                        event.time(),
                        event.consumed(),
                        event.policy())
                .toString();
    }
}
