package io.satisflow.sla;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.sla.clock.Clock;
import io.satisflow.sla.clock.SlaEvent;
import io.satisflow.sla.clock.SlaEventType;
import io.satisflow.sla.policy.RuleBook;
import io.satisflow.sla.policy.RuleVersion;
import io.satisflow.sla.policy.SlaRules;
import io.satisflow.ticket.TicketEnd;
import io.satisflow.ticket.TicketEvent;
import io.satisflow.ticket.TicketEventType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
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

    private static final SlaRules RULES =
            Promises.of("""
            [{name: vip, when: {tags: vip}, calendar: office, targets: {
                first_reply: {target: 1h, time: business, warn: [50%, 10m]},
                periodic_update: {target: 3h, time: business},
                group_ownership: {target: 2h, time: business},
                promise: {warn: [50%, 1h]},
                follow_up: {target: 4h, time: business},
                stage.analyse: {target: 1h, time: business},
                total_resolution: {target: 1 workdays, time: business, pause: [pending]}}},
             {name: phone, when: {channel: phone, grade: {not: general}}, targets: {
                agent_work: {target: 5h, time: wall},
                assignment: {target: 30m, time: wall},
                resolution_plan: {target: 12h, time: wall},
                follow_up: {target: 72h, time: wall},
                total_resolution: {target: 6h, time: wall}}},
             {name: mail, when: {channel: [mail, chat]},
              calendar: {team: {billing: office, delivery: frappe}, default: daily}, targets: {
                first_reply: {target: 2h, time: business, pause: [pending, on_hold], answered_by: [agent, bot]},
                next_reply: {target: 30m, time: wall, solved_unanswered: missed},
                pausable_update: {target: 2h, time: business},
                requester_wait: {target: {urgent: 4h, default: 1 workdays}, time: business},
                answer: {target: 24h, time: wall, pause: [on_hold]},
                promise: {warn: 25%},
                group_ownership: {target: 5h, time: business},
                stage.receive: {target: 5m, time: wall},
                stage.analyse: {target: 4h, time: business},
                stage.resolve: {target: 8h, time: wall, pause: [pending]},
                stage.reply: {target: 2h, time: wall},
                stage.review: {target: 24h, time: wall},
                total_resolution: {target: {urgent: 4h, high: 8h}, time: wall, warn: [25%, 2h]}}}]""").withEnds(Map.of("chat", new TicketEnd(Duration.ofHours(5), null)));

    /** Versions that move targets, calendars, pauses, and which policies there are; the last but one brings all back. */
    private static final RuleBook BOOK = RuleBook.of(RULES)
            .with(new RuleVersion("shorter", Story.at("16:00"), Promises.of("""
                    [{name: vip, when: {tags: vip}, calendar: daily, targets: {
                        first_reply: {target: 30m, time: business, warn: [10m]},
                        total_resolution: {target: 5h, time: business, pause: [on_hold]}}},
                     {name: all, calendar: zammad, calendar_change: last_only, targets: {
                        periodic_update: {target: 1h, time: wall},
                        requester_wait: {target: 3h, time: business},
                        promise: {warn: []},
                        follow_up: {target: 1h, time: business},
                        stage.analyse: {target: 1h, time: business, pause: [pending]},
                        next_reply: {target: 20m, time: business},
                        total_resolution: {target: {urgent: 3h, default: 9h}, time: business}}}]""")))
            .with(new RuleVersion("fewer", Story.at("+1 09:30"), Promises.of("""
                    [{name: mail, when: {channel: mail}, calendar: office, targets: {
                        total_resolution: {target: 12h, time: wall, pause: [pending, on_hold]}}}]""")))
            .with(new RuleVersion("back", Story.at("+1 15:00"), RULES))
            .with(new RuleVersion(
                    "later",
                    Story.at("+4 09:00"),
                    new SlaRules(RULES.policies(), Map.of(), Duration.ofDays(3), SlaRules.LOG_CAP)));

    static IntStream seeds() {
        return IntStream.range(0, 100);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void any_order_of_arrival_ends_in_the_same_clocks(int seed) {
        Random random = new Random(seed);
        List<TicketEvent> inOrder = randomLog(random);
        List<TicketEvent> late = delayed(inOrder, random);

        TicketAdvance expected = TicketHistory.advance(waiting(inOrder), BOOK, END);
        TicketAdvance actual = TicketHistory.advance(waiting(late), BOOK, END);

        assertThat(expected.said()).noneMatch(event -> event.type() == SlaEventType.RETRACT);
        assertThat(net(actual.said())).containsExactlyInAnyOrderElementsOf(net(expected.said()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void at_any_time_what_stands_is_what_the_known_events_tell(int seed) {
        Random random = new Random(seed);
        List<TicketEvent> late = delayed(randomLog(random), random);
        Instant now = Story.MONDAY.plus(Duration.ofMinutes(480 + random.nextInt(3000)));
        List<TicketEvent> known =
                late.stream().filter(event -> !event.knownAt().isAfter(now)).toList();

        assertThat(net(TicketHistory.advance(waiting(late), BOOK, now).said()))
                .containsExactlyInAnyOrderElementsOf(
                        net(Unfolding.of(known, BOOK, now).events()));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void at_any_time_the_latest_of_each_milestone_is_what_the_known_events_tell(int seed) {
        Random random = new Random(seed);
        List<TicketEvent> late = delayed(randomLog(random), random);
        Instant now = Story.MONDAY.plus(Duration.ofMinutes(480 + random.nextInt(3000)));
        List<TicketEvent> known =
                late.stream().filter(event -> !event.knownAt().isAfter(now)).toList();

        Map<String, Milestone> latest = new TreeMap<>();
        for (Milestone milestone :
                TicketHistory.advance(waiting(late), BOOK, now).milestones()) {
            Milestone earlier = latest.put(milestone.id(), milestone);
            assertThat(earlier == null || earlier.asOf().isBefore(milestone.asOf()))
                    .isTrue();
        }
        latest.values().removeIf(milestone -> !milestone.stands());

        Map<String, String> shown = new TreeMap<>();
        latest.forEach((id, milestone) -> shown.put(id, milestone.at() + " " + milestone.inTime()));
        assertThat(shown).isEqualTo(milestonesOf(Unfolding.of(known, BOOK, now).events()));
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
        List<TicketEvent> late = delayed(randomLog(random), random);
        TicketAdvance oneStep = TicketHistory.advance(waiting(late), BOOK, END);

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
            TicketAdvance step = TicketHistory.advance(state, BOOK, now);
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
        List<TicketEvent> log = randomLog(new Random(seed));
        TicketAdvance oneStep = TicketHistory.advance(waiting(log), BOOK, END);

        List<SlaEvent> said = new ArrayList<>();
        TicketAdvance step = TicketHistory.advance(waiting(log), BOOK, Story.MONDAY);
        while (step.next().filter(END::isAfter).isPresent()) {
            step = TicketHistory.advance(step.state(), BOOK, step.next().orElseThrow());
            said.addAll(step.said());
        }

        assertThat(said).isEqualTo(oneStep.said());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void rules_learnt_shortly_before_they_hold_change_the_same_as_rules_known_from_the_start(int seed) {
        Random random = new Random(seed);
        List<TicketEvent> late = delayed(randomLog(random), random);
        TicketAdvance knownFromTheStart = TicketHistory.advance(waiting(late), BOOK, END);

        List<SlaEvent> said = new ArrayList<>();
        RuleBook learnt = RuleBook.of(RULES);
        TicketState state = waiting(late);
        for (RuleVersion version : BOOK.versions().subList(1, BOOK.versions().size())) {
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
        List<TicketEvent> log = randomLog(random);
        Instant until = Story.MONDAY.plus(Duration.ofMinutes(random.nextInt(3000)));
        List<TicketEvent> sofar =
                log.stream().filter(event -> !event.occurredAt().isAfter(until)).toList();

        List<SlaEvent> shorter = Unfolding.of(sofar, BOOK, until).events();

        assertThat(Unfolding.of(log, BOOK, Instant.MAX).events().subList(0, shorter.size()))
                .isEqualTo(shorter);
    }

    @Test
    void the_random_stories_let_every_clock_start_be_kept_and_be_missed() {
        Set<String> told = new TreeSet<>();
        IntStream.range(0, 1000)
                .forEach(seed -> Unfolding.of(randomLog(new Random(seed)), BOOK, Instant.MAX)
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
        log.add(event(0, TicketEventType.CREATED, 0, Map.of("channel", "mail")));
        for (int each = 1; each < SlaRules.LOG_CAP; each++) {
            log.add(randomEvent(each, random));
        }

        CompletableFuture<TicketAdvance> telling =
                CompletableFuture.supplyAsync(() -> TicketHistory.advance(waiting(log), BOOK, END));

        assertThat(telling).succeedsWithin(Duration.ofSeconds(30));
    }

    private static List<TicketEvent> randomLog(Random random) {
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
            log.add(randomEvent(each, random));
        }
        // Some come back after weeks.
        int back = random.nextInt(4) == 0 ? 1 + random.nextInt(3) : 0;
        for (int each = 0; each < back; each++) {
            log.add(randomEvent(more + 1 + each, 20_000 + random.nextInt(30_000), random));
        }
        return log;
    }

    private static TicketEvent randomEvent(int number, Random random) {
        return randomEvent(number, 60 + random.nextInt(2800), random);
    }

    private static TicketEvent randomEvent(int number, int minute, Random random) {
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

    private static TicketEvent event(int number, TicketEventType type, int minute, Map<String, String> details) {
        Instant at = Story.at("08:00").plus(Duration.ofMinutes(minute));
        return new TicketEvent("T1", "e" + number, type, at, at, details);
    }

    private static List<TicketEvent> delayed(List<TicketEvent> events, Random random) {
        List<TicketEvent> delayed = new ArrayList<>();
        for (TicketEvent event : events) {
            int minutes = random.nextBoolean() ? 0 : random.nextInt(random.nextBoolean() ? 10 : 600);
            delayed.add(event.withKnownAt(event.occurredAt().plus(Duration.ofMinutes(minutes))));
        }
        Collections.shuffle(delayed, random);
        return delayed;
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

    @SafeVarargs
    private static <T> T pick(Random random, T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
