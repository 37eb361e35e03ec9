package io.satisflow.satisfaction.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.ticket.TicketEnd;
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
import org.junit.jupiter.api.Test;

class TicketOutcomesTest {
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant LATER = START.plus(Duration.ofDays(60));

    private final List<TicketEvent> events = new ArrayList<>();

    @Test
    void one_reply_and_no_more_words_resolve_a_ticket_at_first_contact_in_every_way() {
        opened().reply(10).solved(11);

        assertThat(after(LATER))
                .isEqualTo(
                        "ANSWER yes, COLLECTION no, FOLLOW_UP no, NO_CUSTOMER_REPLY yes, NO_REOPEN_WITHIN yes, ONE_TOUCH yes, REOPEN no, RESOLUTION yes");
    }

    @Test
    void two_replies_are_more_than_one_touch_though_the_customer_said_nothing() {
        opened().reply(10).reply(12).solved(13);

        assertThat(after(LATER)).contains("ONE_TOUCH no", "NO_CUSTOMER_REPLY yes");
    }

    @Test
    void a_customer_who_has_to_write_again_was_not_helped_at_first_contact() {
        opened().reply(10).message(20).reply(30).solved(40);

        assertThat(after(LATER)).contains("NO_CUSTOMER_REPLY no");
    }

    @Test
    void what_is_reopened_within_a_week_stays_so_and_what_is_reopened_later_is_another_matter() {
        opened().reply(10).solved(20).add(TicketEventType.STATUS, 20 + days(3), "status", "open");
        assertThat(after(LATER)).contains("NO_REOPEN_WITHIN no", "REOPEN yes", "RESOLUTION no");

        events.clear();
        opened().reply(10).solved(20).add(TicketEventType.STATUS, 20 + days(8), "status", "open");
        assertThat(after(LATER)).contains("NO_REOPEN_WITHIN yes", "REOPEN no");
    }

    @Test
    void a_solution_is_provisional_for_a_week_unless_something_decides_before() {
        opened().reply(10).solved(20);
        assertThat(after(at(21))).contains("NO_REOPEN_WITHIN yes?", "ONE_TOUCH yes?", "RESOLUTION yes?", "ANSWER yes,");
        assertThat(after(at(20 + days(7)))).contains("NO_REOPEN_WITHIN yes,", "ONE_TOUCH yes,");

        add(TicketEventType.STATUS, 60, "status", "open");
        assertThat(after(at(61))).contains("NO_REOPEN_WITHIN no,", "REOPEN yes,");
    }

    @Test
    void a_promise_is_kept_by_its_date_and_a_new_one_takes_the_place_of_one_that_is_not_yet_due() {
        opened().add(TicketEventType.PROMISE, 10, "due", at(100).toString())
                .reply(20)
                .solved(90);
        assertThat(after(at(99))).doesNotContain("PROMISE_KEPT");
        assertThat(after(at(100))).contains("PROMISE_KEPT yes");

        events.clear();
        opened().add(TicketEventType.PROMISE, 10, "due", at(100).toString())
                .add(TicketEventType.PROMISE, 50, "due", at(200).toString())
                .solved(300);
        assertThat(after(LATER)).containsOnlyOnce("PROMISE_KEPT").contains("PROMISE_KEPT no");
    }

    @Test
    void a_follow_up_reaches_the_customer_or_not_and_finds_them_satisfied_or_not() {
        opened().reply(10).solved(20).add(TicketEventType.FOLLOW_UP, 100, "outcome", "unreached");
        assertThat(after(LATER)).contains("FOLLOW_UP no").doesNotContain("FOLLOW_UP_SATISFIED");

        add(TicketEventType.FOLLOW_UP, 200, "outcome", "satisfied");
        assertThat(after(LATER)).contains("FOLLOW_UP yes", "FOLLOW_UP_SATISFIED yes");
    }

    @Test
    void a_rating_answers_the_survey_that_was_sent_last_before_it() {
        opened().solved(20)
                .add(TicketEventType.SURVEY_SENT, 30, "x", "1")
                .add(TicketEventType.SURVEY_SENT, 40, "x", "2")
                .add(TicketEventType.SATISFACTION, 50, TicketCourse.VOICE, "true");

        assertThat(after(LATER)).contains("RESPONSE no", "RESPONSE yes", "COLLECTION yes");
    }

    @Test
    void a_ticket_seen_in_mid_life_says_nothing_of_its_first_contact() {
        reply(10).solved(20);

        assertThat(after(LATER)).contains("REOPEN no").doesNotContain("ONE_TOUCH", "ANSWER", "RESOLUTION");
    }

    @Test
    void a_merged_ticket_is_none() {
        opened().reply(10).solved(20).add(TicketEventType.MERGED, 30, "into", "T2");

        assertThat(after(LATER)).isEmpty();
    }

    @Test
    void silence_solves_where_the_source_never_says_so() {
        opened().reply(10);
        TicketEnd silent = new TicketEnd(Duration.ofHours(24), null);

        assertThat(after(at(10 + 24 * 60 - 1), silent)).doesNotContain("ONE_TOUCH");
        assertThat(after(at(10 + 24 * 60), silent)).contains("ONE_TOUCH yes?");
    }

    /** However events become known, the same is found of them. */
    @Test
    void the_order_in_which_events_become_known_changes_nothing() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            events.clear();
            opened();
            for (int i = 0; i < random.nextInt(12); i++) {
                long minutes = 1 + random.nextInt(30_000);
                switch (random.nextInt(5)) {
                    case 0 -> reply(minutes);
                    case 1 -> message(minutes);
                    case 2 -> solved(minutes);
                    case 3 -> add(TicketEventType.STATUS, minutes, "status", "open");
                    default -> add(TicketEventType.SURVEY_SENT, minutes, "x", "1");
                }
            }
            String inOrder = after(LATER);
            Collections.shuffle(events, random);

            assertThat(after(LATER)).as("seed %d", seed).isEqualTo(inOrder);
        }
    }

    private TicketOutcomesTest opened() {
        return add(TicketEventType.CREATED, 0, "by", "customer");
    }

    private TicketOutcomesTest reply(long minutes) {
        return add(TicketEventType.AGENT_REPLY, minutes, "by", "agent");
    }

    private TicketOutcomesTest message(long minutes) {
        return add(TicketEventType.CUSTOMER_MESSAGE, minutes, "by", "customer");
    }

    private TicketOutcomesTest solved(long minutes) {
        return add(TicketEventType.STATUS, minutes, "status", "solved");
    }

    private TicketOutcomesTest add(TicketEventType type, long minutes, String detail, String value) {
        Instant at = at(minutes);
        Map<String, String> details = new TreeMap<>(Map.of(detail, value));
        details.put("channel", "desk");
        events.add(new TicketEvent("T1", "e" + events.size(), type, at, at, details));
        return this;
    }

    private static Instant at(long minutes) {
        return START.plus(Duration.ofMinutes(minutes));
    }

    private static long days(long days) {
        return Duration.ofDays(days).toMinutes();
    }

    private String after(Instant now) {
        return after(now, TicketEnd.AS_ALL_OTHERS);
    }

    private String after(Instant now, TicketEnd end) {
        List<OutcomeRule> rules = List.of(OutcomeMeasure.values()).stream()
                .map(measure -> new OutcomeRule(measure.name(), measure, measure.usualWithin(), List.of()))
                .toList();
        return TicketOutcomes.of(TicketCourse.of(events, channel -> end, now), now, rules).stream()
                .map(found -> found.metric() + (found.hit() ? " yes" : " no") + (found.isFinal(now) ? "" : "?"))
                .sorted()
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
    }
}
