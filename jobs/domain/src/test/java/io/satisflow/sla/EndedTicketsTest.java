package io.satisflow.sla;

import static io.satisflow.sla.Promises.lines;
import static io.satisflow.sla.Promises.standing;
import static io.satisflow.sla.Story.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.sla.dryrun.PromiseOutcome;
import io.satisflow.sla.dryrun.PromiseOutcomes;
import io.satisflow.sla.policy.SlaRules;
import io.satisflow.ticket.TicketEnd;
import io.satisflow.ticket.TicketEvent;
import io.satisflow.ticket.TicketEventType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The rules of docs/clocks.md on tickets that end, are merged, and come back, by their numbers there. */
class EndedTicketsTest {
    private static final SlaRules REPLIES = Promises.toAll(
            "first_reply: {target: 1h, time: wall, warn: []}", "next_reply: {target: 2h, time: wall, warn: []}");
    private static final SlaRules WORK = Promises.toAll(
            "total_resolution: {target: 8h, time: wall, warn: []}",
            "requester_wait: {target: 8h, time: wall, warn: []}",
            "agent_work: {target: 8h, time: wall, warn: []}");

    @Test
    void rule_4_a_message_after_the_end_starts_next_reply_anew_and_work_goes_on_with_what_it_used() {
        Story story = new Story()
                .created("09:00")
                .reply("09:10")
                .customer("09:15")
                .status("09:30", "closed")
                .customer("12:00")
                .status("12:00", "open");

        assertThat(lines(story, REPLIES))
                .containsExactly(
                        "09:00 first_reply#1 activate",
                        "09:10 first_reply#1 fulfil",
                        "09:15 next_reply#1 activate",
                        "09:30 next_reply#1 cancel (solved without a reply)",
                        "12:00 next_reply#2 activate",
                        "14:00:00.001 next_reply#2 breach");
        assertThat(lines(story, WORK))
                .contains(
                        "12:00 total_resolution#1 resume (reopened)",
                        "12:00 requester_wait#1 resume (reopened)",
                        "12:00 agent_work#1 resume (reopened)",
                        "19:30:00.001 agent_work#1 breach");
    }

    @Test
    void rule_4_where_closed_is_final_nothing_reopens_it() {
        SlaRules rules = REPLIES.withEnds(Map.of("mail", new TicketEnd(null, null, true)));
        Story story = new Story()
                .created("09:00", "channel", "mail")
                .reply("09:10")
                .status("09:30", "closed")
                .customer("12:00")
                .status("12:01", "open");

        assertThat(lines(story, rules)).containsExactly("09:00 first_reply#1 activate", "09:10 first_reply#1 fulfil");
    }

    @Test
    void rule_4_a_message_on_a_pending_ticket_goes_on_with_the_work_unless_its_source_says_it_stays_pending() {
        Story silent = new Story().created("09:00").status("09:10", "pending").customer("12:00");
        Story told = new Story()
                .created("09:00")
                .status("09:10", "pending")
                .customer("12:00")
                .status("12:00", "pending");

        assertThat(lines(silent, WORK)).contains("12:00 agent_work#1 resume");
        assertThat(lines(told, WORK)).contains("12:00 agent_work#1 pause (pending)");
    }

    @Test
    void rule_5_solving_without_a_reply_ends_the_first_reply_as_the_policy_says() {
        Story story = new Story().created("09:00").status("09:05", "closed");

        assertThat(lines(story, REPLIES))
                .containsExactly("09:00 first_reply#1 activate", "09:05 first_reply#1 cancel (solved without a reply)");
        assertThat(lines(
                        story,
                        Promises.toAll("first_reply: {target: 1h, time: wall, warn: [], solved_unanswered: met}")))
                .containsExactly("09:00 first_reply#1 activate", "09:05 first_reply#1 fulfil (solved without a reply)");
        assertThat(lines(
                        story,
                        Promises.toAll("first_reply: {target: 1h, time: wall, warn: [], solved_unanswered: missed}")))
                .containsExactly(
                        "09:00 first_reply#1 activate",
                        "09:05 first_reply#1 breach (solved without a reply)",
                        "09:05 first_reply#1 cancel (solved without a reply)");
    }

    @Test
    void rule_5_a_ticket_reopened_by_mistake_still_owes_its_first_reply_and_a_message_owes_the_next() {
        Story reopened = new Story().created("09:00").status("09:05", "solved").status("09:25", "open");
        Story written = new Story().created("09:00").status("09:05", "solved").customer("12:00");

        assertThat(lines(reopened, REPLIES))
                .endsWith("09:25 first_reply#2 activate", "10:20:00.001 first_reply#2 breach");
        assertThat(lines(written, REPLIES)).endsWith("12:00 next_reply#1 activate", "14:00:00.001 next_reply#1 breach");
    }

    @Test
    void rule_5_nothing_of_a_closed_ticket_counts_as_running() {
        SlaRules rules = Promises.toAll(
                "first_reply: {target: 1h, time: wall}",
                "assignment: {target: 30h, time: wall}",
                "resolution_plan: {target: 30h, time: wall}",
                "group_ownership: {target: 30h, time: wall}",
                "total_resolution: {target: 30h, time: wall}");
        Story story = new Story().created("09:00", "team", "one").status("09:05", "closed");

        assertThat(lines(story, rules))
                .contains("09:05 assignment#1 cancel (closed)", "09:05 resolution_plan#1 cancel (closed)");
        assertThat(outcomes(story, rules, "10:00")).allMatch(outcome -> outcome.running() == 0);
        assertThat(lines(story.status("10:00", "open"), rules))
                .as("what it had used stays used")
                .contains("10:00 assignment#2 activate", "+1 15:55:00.001 assignment#2 breach");
    }

    @Test
    void rule_5_forgetting_a_ticket_ends_what_stands() {
        SlaRules rules = Promises.toAll("assignment: {target: 30h, time: wall, warn: []}");
        Story story = new Story().created("09:00").status("09:05", "solved");

        TicketAdvance advance = TicketHistory.advance(story.waiting(), rules, at("+8 09:00"));

        assertThat(advance.said().stream().map(Story::line))
                .endsWith(
                        "09:05 assignment#1 pause (solved)",
                        "+7 09:05 assignment#1 cancel (nothing more was heard after its end)");
    }

    @Test
    void rule_7_a_ticket_comes_back_after_months_with_what_it_had_used() {
        SlaRules rules = Promises.toAll(
                "total_resolution: {target: 8h, time: business, warn: []}",
                "next_reply: {target: 4h, time: business, warn: []}");
        Story story = new Story().created("09:00").reply("10:00").status("11:00", "solved");

        TicketAdvance dormant = TicketHistory.advance(story.waiting(), rules, at("+100 00:00"));
        TicketState state = dormant.state()
                .with(event("back", TicketEventType.CUSTOMER_MESSAGE, "+301 09:00"))
                .with(event("status 11:00 3", TicketEventType.STATUS, "+301 09:00", "status", "solved"));
        TicketAdvance back = TicketHistory.advance(
                dormant.state().with(event("back", TicketEventType.CUSTOMER_MESSAGE, "+301 09:00")),
                rules,
                at("+302 00:00"));

        assertThat(dormant.state().isDormant()).isTrue();
        assertThat(state.log()).hasSize(2);
        assertThat(back.refused()).isEmpty();
        assertThat(back.said().stream().map(Story::line))
                .containsExactly(
                        "+301 09:00 total_resolution#1 resume (reopened)",
                        "+301 09:00 next_reply#1 activate",
                        "+301 13:00:00.001 next_reply#1 breach",
                        "+301 15:00:00.001 total_resolution#1 breach");
        assertThat(back.said().get(0).consumed()).hasHours(2);
    }

    @Test
    void rule_7_what_is_told_again_of_a_dormant_ticket_is_known_and_what_is_new_of_then_is_a_dead_letter() {
        Story story = new Story().created("09:00").reply("10:00").status("11:00", "solved");
        TicketState dormant =
                TicketHistory.advance(story.waiting(), WORK, at("+30 00:00")).state();

        TicketEvent again = story.events().get(1).withKnownAt(at("+31 00:00"));
        TicketEvent late = event("late", TicketEventType.AGENT_REPLY, "10:30").withKnownAt(at("+31 00:00"));
        TicketAdvance told = TicketHistory.advance(dormant.with(again).with(late), WORK, at("+32 00:00"));

        assertThat(told.refused())
                .extracting(refused -> refused.event().id() + " " + refused.reason())
                .containsExactlyInAnyOrder(again.id() + " DUPLICATE", "late TOO_LATE");
        assertThat(told.said()).isEmpty();
    }

    @Test
    void rule_7_a_first_reply_that_was_still_owed_is_owed_when_the_ticket_comes_back() {
        Story story = new Story().created("09:00").status("09:20", "solved");
        TicketState dormant =
                TicketHistory.advance(story.waiting(), REPLIES, at("+30 00:00")).state();

        TicketAdvance back = TicketHistory.advance(
                dormant.with(event("open", TicketEventType.STATUS, "+60 09:00", "status", "open")),
                REPLIES,
                at("+61 00:00"));

        assertThat(back.said().stream().map(Story::line))
                .containsExactly("+60 09:00 first_reply#2 activate", "+60 09:40:00.001 first_reply#2 breach");
    }

    @Test
    void rule_13_a_merge_ends_clocks_as_merged_even_when_its_closing_is_told_first() {
        SlaRules rules = Promises.toAll(
                "first_reply: {target: 1h, time: wall, warn: []}",
                "total_resolution: {target: 24h, time: wall, warn: []}",
                "follow_up: {target: 72h, time: wall, warn: []}");
        Story sameInstant = new Story()
                .created("09:00")
                .status("09:30", "closed")
                .id("1")
                .event(TicketEventType.MERGED, "09:30", "into", "T2")
                .id("2");
        Story justBefore = new Story()
                .created("09:00")
                .status("09:29:58", "closed")
                .event(TicketEventType.MERGED, "09:30", "into", "T2")
                .customer("09:40");

        for (Story story : List.of(sameInstant, justBefore)) {
            assertThat(standing(TicketHistory.advance(story.waiting(), rules, at("+4 12:00"))))
                    .containsExactlyInAnyOrder(
                            "09:00 first_reply#1 activate",
                            "09:00 total_resolution#1 activate",
                            "09:30 first_reply#1 cancel (merged into T2)",
                            "09:30 total_resolution#1 cancel (merged into T2)");
        }
    }

    private static TicketEvent event(String id, TicketEventType type, String time, String... details) {
        return new Story().event(type, time, details).id(id).events().get(0);
    }

    private static List<PromiseOutcome> outcomes(Story story, SlaRules rules, String until) {
        Instant end = at(until);
        PromiseOutcomes outcomes = new PromiseOutcomes();
        TicketHistory.advance(story.waiting(), rules, end).said().forEach(outcomes::add);
        return outcomes.upTo(end);
    }
}
