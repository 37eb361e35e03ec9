package io.satisflow.sla;

import static io.satisflow.sla.Promises.lines;
import static io.satisflow.sla.Promises.standing;
import static io.satisflow.sla.Story.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.sla.clock.Clock;
import io.satisflow.sla.clock.SlaEvent;
import io.satisflow.sla.policy.SlaRules;
import io.satisflow.ticket.TicketEvent;
import io.satisflow.ticket.TicketEventType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The rules of docs/clocks.md on what is heard of a ticket: from when on, by whom, and in which order, by their numbers there. */
class HeardTicketsTest {
    private static final SlaRules REPLIES = Promises.toAll(
            "first_reply: {target: 1h, time: wall, warn: []}", "next_reply: {target: 2h, time: wall, warn: []}");
    private static final SlaRules WORK = Promises.toAll(
            "total_resolution: {target: 8h, time: wall, warn: []}",
            "requester_wait: {target: 8h, time: wall, warn: []}",
            "agent_work: {target: 8h, time: wall, warn: []}");

    @Test
    void rule_6_a_ticket_whose_creation_was_never_told_is_opened_by_its_first_message() {
        Story story = new Story().customer("09:00").reply("12:00");

        assertThat(lines(story, REPLIES))
                .containsExactly(
                        "09:00 first_reply#1 activate (adopted)",
                        "10:00:00.001 first_reply#1 breach",
                        "12:00 first_reply#1 fulfil");
    }

    @Test
    void rule_6_what_cannot_be_judged_is_not_started_and_said_once() {
        SlaRules rules = Promises.toAll(
                "first_reply: {target: 1h, time: wall, warn: []}",
                "next_reply: {target: 2h, time: wall, warn: []}",
                "answer: {target: 1h, time: wall, warn: []}",
                "total_resolution: {target: 24h, time: wall, warn: []}");
        Story story = new Story().reply("09:00").customer("10:00");

        assertThat(lines(story, rules))
                .containsExactly(
                        "09:00 first_reply#0 cancel (not judged: first seen in mid-life, and what came before is not known)",
                        "09:00 total_resolution#1 activate (adopted)",
                        "09:00 answer#0 cancel (not judged: first seen in mid-life, and what came before is not known)",
                        "10:00 next_reply#1 activate",
                        "12:00:00.001 next_reply#1 breach",
                        "+1 09:00:00.001 total_resolution#1 breach");
    }

    @Test
    void rule_6_a_clock_that_the_source_tells_too_little_for_is_not_started() {
        SlaRules rules = REPLIES.withoutJudging(Map.of("list", Map.of(Clock.FIRST_REPLY, "no replies are told")));

        assertThat(lines(
                        new Story()
                                .event(TicketEventType.CREATED, "09:00", "channel", "list")
                                .customer("11:00"),
                        rules))
                .containsExactly("09:00 first_reply#0 cancel (not judged: no replies are told)");
        assertThat(lines(new Story().event(TicketEventType.CREATED, "09:00", "channel", "mail"), rules))
                .contains("09:00 first_reply#1 activate");
    }

    @Test
    void rule_6_the_creation_that_a_payload_tells_counts_for_the_whole_and_unknown_pauses_are_not_charged() {
        Story story = new Story()
                .event(
                        TicketEventType.STATUS,
                        "+2 09:00",
                        "status",
                        "open",
                        "created_at",
                        at("09:00").toString());

        List<SlaEvent> words = Promises.unfold(story, WORK);

        assertThat(words.stream().map(Story::line))
                .containsExactly(
                        "+2 09:00 requester_wait#1 activate (adopted)",
                        "+2 09:00 agent_work#1 activate (adopted)",
                        "+2 09:00 total_resolution#1 activate (adopted)",
                        "+2 09:00 total_resolution#1 breach (breached_on_apply)",
                        "+2 17:00:00.001 requester_wait#1 breach",
                        "+2 17:00:00.001 agent_work#1 breach");
    }

    @Test
    void rule_6_a_creation_told_after_its_messages_opens_the_ticket_and_the_message_waits_since_then() {
        Story story = new Story().customer("09:00:00.400").created("09:00:00.900", "by", "agent");

        TicketAdvance advance = TicketHistory.advance(story.waiting(), REPLIES, at("12:00"));

        assertThat(standing(advance))
                .containsExactly("09:00:00.900 first_reply#1 activate", "10:00:00.901 first_reply#1 breach");
    }

    @Test
    void rule_6_solved_tickets_and_what_only_follows_a_solution_start_no_work() {
        assertThat(lines(new Story().status("09:00", "solved"), WORK)).allMatch(line -> line.contains("not judged"));
        assertThat(lines(new Story().event(TicketEventType.SATISFACTION, "09:00"), WORK))
                .allMatch(line -> line.contains("not judged"));
    }

    @Test
    void rule_6_a_snapshot_of_any_age_opens_its_ticket() {
        Story story = new Story().created("09:00", "snapshot", "true").known("+700 09:00");

        TicketAdvance advance = TicketHistory.advance(story.waiting(), WORK, at("+700 10:00"));

        assertThat(advance.refused()).isEmpty();
        assertThat(advance.said()).isNotEmpty();
    }

    @Test
    void rule_8_only_a_reply_to_the_customers_word_is_a_reply() {
        Story story = new Story()
                .created("09:00", "by", "agent")
                .reply("09:10")
                .reply("09:20")
                .customer("11:00")
                .reply("13:00");

        assertThat(lines(story, REPLIES))
                .containsExactly(
                        "11:00 first_reply#1 activate",
                        "12:00:00.001 first_reply#1 breach",
                        "13:00 first_reply#1 fulfil");
    }

    @Test
    void rule_9_a_robot_is_not_a_person_unless_the_policy_says_that_it_answers() {
        Story story = new Story()
                .created("09:00")
                .event(TicketEventType.AGENT_REPLY, "09:05", "by", "bot")
                .event(TicketEventType.BOT_REPLY, "09:06")
                .event(TicketEventType.AGENT_REPLY, "09:07", "by", "customer")
                .customer("09:30");

        assertThat(lines(story, REPLIES))
                .containsExactly("09:00 first_reply#1 activate", "10:00:00.001 first_reply#1 breach");
        assertThat(lines(
                        story,
                        Promises.toAll(
                                "first_reply: {target: 1h, time: wall, warn: [], answered_by: [agent, bot]}",
                                "next_reply: {target: 2h, time: wall, warn: []}")))
                .containsExactly(
                        "09:00 first_reply#1 activate",
                        "09:05 first_reply#1 fulfil",
                        "09:07 next_reply#1 activate",
                        "11:07:00.001 next_reply#1 breach");
    }

    @Test
    void rule_9_an_out_of_office_mail_waits_for_no_answer() {
        Story story = new Story()
                .created("09:00")
                .reply("09:10")
                .event(TicketEventType.CUSTOMER_MESSAGE, "09:11", "by", "bot");

        assertThat(lines(story, REPLIES)).containsExactly("09:00 first_reply#1 activate", "09:10 first_reply#1 fulfil");
    }

    @Test
    void rule_10_a_mail_loop_costs_no_reply_and_no_solving_its_place() {
        Story oneSided = new Story().created("09:00");
        Story bothSides = new Story().created("09:00").reply("09:00:01");
        for (int each = 0; each < 3000; each++) {
            String time = at("10:00").plusMillis(each * 1000L).toString();
            oneSided.customer(time).event(TicketEventType.BOT_REPLY, time);
            bothSides
                    .customer(time)
                    .reply(at("10:00:00.500").plusMillis(each * 1000L).toString());
        }
        oneSided.reply("12:00").status("13:00", "solved");
        bothSides.customer("12:00").reply("15:00").status("16:00", "solved");

        TicketAdvance one = TicketHistory.advance(oneSided.waiting(), REPLIES, at("20:00"));
        TicketAdvance both = TicketHistory.advance(bothSides.waiting(), REPLIES, at("20:00"));

        assertThat(one.refused()).isEmpty();
        assertThat(one.state().log()).hasSizeLessThan(110);
        assertThat(one.said().stream().map(Story::line))
                .containsExactly(
                        "09:00 first_reply#1 activate",
                        "10:00:00.001 first_reply#1 breach",
                        "12:00 first_reply#1 fulfil");
        assertThat(both.refused()).isEmpty();
        assertThat(both.state().log()).hasSizeLessThanOrEqualTo(SlaRules.LOG_CAP);
        assertThat(both.said().stream().map(Story::line))
                .endsWith(
                        "12:00 next_reply#3001 activate",
                        "14:00:00.001 next_reply#3001 breach",
                        "15:00 next_reply#3001 fulfil");
    }

    @Test
    void rule_11_events_of_one_instant_keep_the_order_of_their_source() {
        Story numbers = new Story()
                .created("09:00")
                .reply("09:10")
                .id("9")
                .customer("09:10")
                .id("10");
        Story sequence = new Story()
                .created("09:00")
                .event(TicketEventType.AGENT_REPLY, "09:10", "sequence", "3")
                .id("b")
                .event(TicketEventType.CUSTOMER_MESSAGE, "09:10", "sequence", "20")
                .id("a");
        Story items = new Story()
                .created("09:00")
                .reply("09:10")
                .id("99:agent_reply")
                .customer("09:10")
                .id("100:customer_message");
        Story neither = new Story().created("09:00").reply("09:10").customer("09:10");

        for (Story told : List.of(numbers, sequence, items)) {
            assertThat(lines(told, REPLIES)).contains("09:10 next_reply#1 activate");
        }
        assertThat(lines(neither, REPLIES))
                .as("a message comes before its reply where nobody says otherwise")
                .noneMatch(line -> line.contains("next_reply"));
    }

    @Test
    void rule_14_of_two_events_with_one_id_the_same_one_counts_in_any_order() {
        TicketEvent created = event("c", TicketEventType.CREATED, "09:00");
        TicketEvent one = event("x", TicketEventType.STATUS, "10:00", "status", "solved");
        TicketEvent other = event("x", TicketEventType.STATUS, "10:00", "status", "pending");

        TicketAdvance forwards = TicketHistory.advance(
                TicketState.UNKNOWN.with(created).with(one).with(other), WORK, at("12:00"));
        TicketAdvance backwards =
                TicketHistory.advance(TicketState.UNKNOWN.with(other).with(one).with(created), WORK, at("12:00"));

        assertThat(forwards.said()).isEqualTo(backwards.said());
        assertThat(forwards.refused()).isEqualTo(backwards.refused());
        assertThat(forwards.state()).isEqualTo(backwards.state());
    }

    @Test
    void rule_6_the_reply_that_a_ticket_is_first_seen_by_begins_the_time_to_the_next() {
        SlaRules updates = Promises.toAll("periodic_update: {target: 5h, time: wall, warn: []}");

        assertThat(lines(new Story().reply("09:00").reply("13:00"), updates))
                .containsExactly(
                        "09:00 periodic_update#1 activate (adopted)",
                        "13:00 periodic_update#1 fulfil",
                        "13:00 periodic_update#2 activate",
                        "18:00:00.001 periodic_update#2 breach");
    }

    private static TicketEvent event(String id, TicketEventType type, String time, String... details) {
        return new Story().event(type, time, details).id(id).events().get(0);
    }
}
