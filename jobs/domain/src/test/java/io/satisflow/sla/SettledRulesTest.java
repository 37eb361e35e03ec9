package io.satisflow.sla;

import static io.satisflow.sla.Promises.lines;
import static io.satisflow.sla.Story.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.sla.clock.SlaEvent;
import io.satisflow.sla.clock.SlaEventType;
import io.satisflow.sla.dryrun.PromiseOutcome;
import io.satisflow.sla.dryrun.PromiseOutcomes;
import io.satisflow.sla.policy.SlaRules;
import io.satisflow.ticket.TicketEnd;
import io.satisflow.ticket.TicketEvent;
import io.satisflow.ticket.TicketEventType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The rules of docs/clocks.md, by their numbers there. */
class SettledRulesTest {
    private static final SlaRules REPLIES = Promises.toAll(
            "first_reply: {target: 1h, time: wall, warn: []}", "next_reply: {target: 2h, time: wall, warn: []}");
    private static final SlaRules WORK = Promises.toAll(
            "total_resolution: {target: 8h, time: wall, warn: []}",
            "requester_wait: {target: 8h, time: wall, warn: []}",
            "agent_work: {target: 8h, time: wall, warn: []}");
    private static final SlaRules GROUPS = Promises.of("""
        [{name: one, when: {team: one}, targets: {group_ownership: {target: 4h, time: wall, warn: []}}},
         {name: two, when: {team: two}, targets: {group_ownership: {target: 1h, time: wall, warn: []}}}]\
        """);
    private static final SlaRules TAGGED = Promises.of("""
        [{name: vip, when: {tags: vip}, targets: {first_reply: {target: 1h, time: wall, warn: []}}},
         {name: rest, targets: {first_reply: {target: 4h, time: wall, warn: []}}}]\
        """);
    private static final SlaRules BY_PRIORITY =
            Promises.toAll("total_resolution: {target: {urgent: 1h, default: 24h}, time: wall, warn: [25%]}");

    @Test
    void rule_1_a_handover_keeps_the_promise_of_the_group_that_hands_over() {
        Story story = new Story()
                .created("09:00", "team", "one")
                .event(TicketEventType.ASSIGNED, "10:30", "team", "two")
                .status("11:00", "solved");

        assertThat(lines(story, GROUPS))
                .containsExactly(
                        "09:00 group_ownership#1 activate",
                        "10:30 group_ownership#1 fulfil",
                        "10:30 group_ownership#2 activate",
                        "11:00 group_ownership#2 fulfil");
    }

    @Test
    void rule_1_a_reply_keeps_the_promise_that_held_until_it_brought_another() {
        Story tagged = new Story().created("09:00").event(TicketEventType.AGENT_REPLY, "10:10", "tags", "vip");
        Story solved = new Story()
                .created("09:00", "priority", "low")
                .event(TicketEventType.STATUS, "11:00", "status", "solved", "priority", "urgent");

        assertThat(lines(tagged, TAGGED)).containsExactly("09:00 first_reply#1 activate", "10:10 first_reply#1 fulfil");
        assertThat(lines(solved, BY_PRIORITY))
                .containsExactly("09:00 total_resolution#1 activate", "11:00 total_resolution#1 fulfil");
    }

    @Test
    void rule_2_an_empty_word_takes_a_fact_away_and_what_is_not_named_stays() {
        Story taken = new Story().created("09:00", "tags", "vip").event(TicketEventType.TAGS, "09:10", "tags", "");
        Story left = new Story()
                .created("09:00", "tags", "vip")
                .event(TicketEventType.PRIORITY, "09:10", "priority", "high");

        assertThat(lines(taken, TAGGED))
                .contains("09:10 first_reply#1 apply_policy", "13:00:00.001 first_reply#1 breach");
        assertThat(lines(left, TAGGED))
                .containsExactly("09:00 first_reply#1 activate", "10:00:00.001 first_reply#1 breach");
    }

    @Test
    void rule_2_a_snapshot_takes_away_what_it_does_not_name() {
        Story story = new Story()
                .created("09:00", "tags", "vip", "priority", "urgent", "attributes.country", "de", "team", "one")
                .event(TicketEventType.STATUS, "09:10", "status", "open", "snapshot", "true", "team", "one");

        assertThat(lines(story, TAGGED)).contains("09:10 first_reply#1 apply_policy");
        assertThat(lines(story, BY_PRIORITY)).contains("09:10 total_resolution#1 apply_policy");
        assertThat(lines(story, GROUPS))
                .as("the team is named")
                .containsExactly("09:00 group_ownership#1 activate", "13:00:00.001 group_ownership#1 breach");
    }

    @Test
    void rule_2_a_ticket_that_nobody_has_any_more_is_to_be_assigned_again() {
        Story story = new Story()
                .created("09:00", "to", "ann", "team", "one")
                .event(TicketEventType.ASSIGNED, "10:00", "to", "", "team", "");

        assertThat(lines(story, Promises.toAll("assignment: {target: 30m, time: wall, warn: []}")))
                .containsExactly(
                        "09:00 assignment#1 activate",
                        "09:00 assignment#1 fulfil",
                        "10:00 assignment#2 activate",
                        "10:30:00.001 assignment#2 breach");
        assertThat(lines(story, GROUPS))
                .containsExactly("09:00 group_ownership#1 activate", "10:00 group_ownership#1 fulfil");
    }

    @Test
    void rule_3_another_target_is_a_new_promise_with_warnings_and_a_breach_of_its_own() {
        Story relaxed = new Story()
                .created("09:00", "priority", "urgent")
                .event(TicketEventType.PRIORITY, "11:00", "priority", "low");
        Story tightened = new Story()
                .created("09:00", "priority", "low")
                .event(TicketEventType.PRIORITY, "+1 10:00", "priority", "urgent");

        assertThat(lines(relaxed, BY_PRIORITY))
                .containsExactly(
                        "09:00 total_resolution#1 activate",
                        "09:45 total_resolution#1 warn (25% left)",
                        "10:00:00.001 total_resolution#1 breach",
                        "11:00 total_resolution#1 apply_policy",
                        "+1 03:00 total_resolution#1 warn (25% left)",
                        "+1 09:00:00.001 total_resolution#1 breach");
        assertThat(lines(tightened, BY_PRIORITY))
                .endsWith(
                        "+1 09:00:00.001 total_resolution#1 breach",
                        "+1 10:00 total_resolution#1 apply_policy",
                        "+1 10:00 total_resolution#1 breach (breached_on_apply)");
    }

    @Test
    void rule_3_the_same_target_of_another_policy_is_the_same_promise() {
        SlaRules same = Promises.of("""
            [{name: vip, when: {tags: vip}, targets: {first_reply: {target: 1h, time: wall, warn: []}}},
             {name: rest, targets: {first_reply: {target: 1h, time: wall, warn: []}}}]\
            """);
        Story story = new Story().created("09:00").event(TicketEventType.TAGS, "11:00", "tags", "vip");

        assertThat(lines(story, same))
                .filteredOn(line -> line.contains("breach"))
                .hasSize(1);
    }

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
                        "09:00 first_reply#0 cancel (not judged: first seen in mid-life, and what came before is not"
                                + " known)",
                        "09:00 total_resolution#1 activate (adopted)",
                        "09:00 answer#0 cancel (not judged: first seen in mid-life, and what came before is not known)",
                        "10:00 next_reply#1 activate",
                        "12:00:00.001 next_reply#1 breach",
                        "+1 09:00:00.001 total_resolution#1 breach");
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

        assertThat(net(advance))
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
    void rule_12_a_clock_may_count_its_own_calendar() {
        SlaRules rules = Promises.of("""
            [{name: all, calendar: office, targets: {
              assignment: {target: 30m, time: business, calendar: frappe, warn: []},
              total_resolution: {target: 8h, time: business, warn: []}}}]\
            """);

        assertThat(Promises.unfold(new Story().created("08:00"), rules).stream()
                        .filter(event -> event.type() == SlaEventType.ACTIVATE)
                        .map(SlaEvent::due))
                .containsExactly(at("17:00"), at("10:30"));
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
            assertThat(net(TicketHistory.advance(story.waiting(), rules, at("+4 12:00"))))
                    .containsExactlyInAnyOrder(
                            "09:00 first_reply#1 activate",
                            "09:00 total_resolution#1 activate",
                            "09:30 first_reply#1 cancel (merged into T2)",
                            "09:30 total_resolution#1 cancel (merged into T2)");
        }
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

    private static TicketEvent event(String id, TicketEventType type, String time, String... details) {
        return new Story().event(type, time, details).id(id).events().get(0);
    }

    private static List<PromiseOutcome> outcomes(Story story, SlaRules rules, String until) {
        Instant end = at(until);
        PromiseOutcomes outcomes = new PromiseOutcomes();
        TicketHistory.advance(story.waiting(), rules, end).said().forEach(outcomes::add);
        return outcomes.upTo(end);
    }

    /** What stands after all retractions. */
    private static List<String> net(TicketAdvance advance) {
        List<SlaEvent> standing = new ArrayList<>();
        for (SlaEvent word : advance.said()) {
            if (word.retracted() == null) {
                standing.add(word);
            } else {
                standing.removeIf(said -> said.clock() == word.clock()
                        && said.instance() == word.instance()
                        && said.type() == word.retracted()
                        && said.at().equals(word.at()));
            }
        }
        return standing.stream().map(Story::line).toList();
    }
}
