package io.satisflow.sla;

import static io.satisflow.sla.Promises.lines;
import static io.satisflow.sla.Promises.unfold;
import static io.satisflow.sla.Story.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.satisflow.sla.clock.Clock;
import io.satisflow.sla.clock.SlaEvent;
import io.satisflow.sla.clock.SlaEventType;
import io.satisflow.sla.policy.SlaRules;
import io.satisflow.ticket.TicketEventType;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What starts each clock, what fulfils it, and when it stands still. The replies and the resolution are in
 * ClockRulesTest, plan, stages and follow-up in ClosedLoopClocksTest.
 */
class EveryClockTest {

    @Test
    void periodic_update_runs_from_reply_to_reply_until_the_ticket_is_solved_and_never_pauses() {
        Story story = new Story()
                .created("09:00")
                .reply("09:30")
                .status("09:40", "pending")
                .reply("10:20")
                .customer("10:30")
                .status("12:00", "solved")
                .reply("12:10")
                .status("13:00", "open")
                .reply("13:10");

        assertThat(lines(story, oneHour("periodic_update")))
                .containsExactly(
                        "09:30 periodic_update#1 activate",
                        "10:20 periodic_update#1 fulfil",
                        "10:20 periodic_update#2 activate",
                        "11:20:00.001 periodic_update#2 breach",
                        "12:00 periodic_update#2 fulfil",
                        "13:10 periodic_update#3 activate",
                        "14:10:00.001 periodic_update#3 breach");
    }

    @Test
    void pausable_update_waits_while_the_customer_has_to_act() {
        Story story = new Story()
                .created("09:00")
                .reply("09:30")
                .status("09:40", "pending")
                .status("12:00", "on_hold")
                .reply("12:40");

        assertThat(lines(story, oneHour("pausable_update")))
                .containsExactly(
                        "09:30 pausable_update#1 activate",
                        "09:40 pausable_update#1 pause (pending)",
                        "12:00 pausable_update#1 resume",
                        "12:40 pausable_update#1 fulfil",
                        "12:40 pausable_update#2 activate",
                        "13:40:00.001 pausable_update#2 breach");
    }

    @Test
    void requester_wait_agent_work_and_total_resolution_differ_in_what_they_leave_out() {
        SlaRules rules = Promises.toAll(
                "requester_wait: {target: 9h, time: wall, warn: []}",
                "agent_work: {target: 9h, time: wall, warn: []}",
                "total_resolution: {target: 9h, time: wall, warn: []}");
        Story story = new Story()
                .created("09:00")
                .status("10:00", "pending")
                .status("12:00", "on_hold")
                .status("15:00", "open")
                .status("16:00", "solved")
                .customer("17:00")
                .status("18:00", "solved");

        List<SlaEvent> ends = unfold(story, rules).stream()
                .filter(event ->
                        event.type() == SlaEventType.FULFIL && event.at().equals(at("18:00")))
                .toList();

        assertThat(ends)
                .extracting(SlaEvent::clock, event -> event.consumed().toHours(), SlaEvent::instance)
                .containsExactly(
                        tuple(Clock.REQUESTER_WAIT, 6L, 1),
                        tuple(Clock.AGENT_WORK, 3L, 1),
                        tuple(Clock.TOTAL_RESOLUTION, 8L, 1));
    }

    @Test
    void group_ownership_ends_with_another_group_or_the_solution_and_reopening_starts_a_new_one() {
        Story story = new Story()
                .created("09:00")
                .event(TicketEventType.ASSIGNED, "09:10", "group", "billing", "to", "a-1")
                .event(TicketEventType.ASSIGNED, "09:20", "group", "billing", "to", "a-2")
                .event(TicketEventType.ASSIGNED, "09:30", "group", "refunds")
                .status("11:00", "solved")
                .status("12:00", "open");

        assertThat(lines(story, oneHour("group_ownership")))
                .containsExactly(
                        "09:10 group_ownership#1 activate",
                        "09:30 group_ownership#1 fulfil",
                        "09:30 group_ownership#2 activate",
                        "10:30:00.001 group_ownership#2 breach",
                        "11:00 group_ownership#2 fulfil",
                        "12:00 group_ownership#3 activate",
                        "13:00:00.001 group_ownership#3 breach");
    }

    @Test
    void a_ticket_that_is_created_in_a_groups_queue_belongs_to_it_from_then_on() {
        assertThat(lines(
                        new Story().created("09:00", "team", "billing").status("09:30", "open"),
                        oneHour("group_ownership")))
                .containsExactly("09:00 group_ownership#1 activate", "10:00:00.001 group_ownership#1 breach");
    }

    @Test
    void assignment_ends_with_a_person_not_with_a_group() {
        Story story = new Story()
                .created("09:00")
                .event(TicketEventType.ASSIGNED, "09:10", "group", "billing")
                .event(TicketEventType.ASSIGNED, "09:30", "to", "a-1");

        assertThat(lines(story, oneHour("assignment")))
                .containsExactly("09:00 assignment#1 activate", "09:30 assignment#1 fulfil");
        assertThat(lines(new Story().created("09:00", "to", "a-1"), oneHour("assignment")))
                .containsExactly("09:00 assignment#1 activate", "09:00 assignment#1 fulfil");
    }

    @Test
    void answer_ends_with_the_answer_for_good_and_with_the_solution_until_it_is_reopened() {
        Story answered = new Story()
                .created("09:00")
                .reply("09:10")
                .event(TicketEventType.ANSWERED, "09:30")
                .status("09:40", "solved")
                .status("10:00", "open");
        Story solved = new Story().created("09:00").status("09:40", "solved").status("10:00", "open");

        assertThat(lines(answered, oneHour("answer")))
                .containsExactly("09:00 answer#1 activate", "09:30 answer#1 fulfil");
        assertThat(lines(solved, oneHour("answer")))
                .containsExactly(
                        "09:00 answer#1 activate",
                        "09:40 answer#1 fulfil",
                        "10:00 answer#1 resume (reopened)",
                        "10:20:00.001 answer#1 breach");
        assertThat(lines(
                        new Story()
                                .created("09:00")
                                .status("09:40", "solved")
                                .event(TicketEventType.ANSWERED, "09:50")
                                .status("10:00", "open"),
                        oneHour("answer")))
                .as("answered after it was solved")
                .containsExactly("09:00 answer#1 activate", "09:40 answer#1 fulfil");
    }

    @Test
    void a_merged_ticket_cancels_whatever_runs() {
        SlaRules rules = Promises.toAll(
                "total_resolution: {target: 4h, time: wall}",
                "answer: {target: 4h, time: wall}",
                "stage.analyse: {target: 4h, time: wall}");
        Story story =
                new Story().created("09:00", "stage", "analyse").event(TicketEventType.MERGED, "09:30", "into", "T2");

        assertThat(lines(story, rules).subList(3, 6)).allMatch(line -> line.endsWith("cancel (merged into T2)"));
    }

    @Test
    void consumed_time_is_in_the_targets_own_time_and_wall_time_on_the_wall() {
        SlaRules rules = Promises.toAll("assignment: {target: 1h, time: business, warn: []}");
        SlaEvent assigned = unfold(
                        new Story().created("16:30").event(TicketEventType.ASSIGNED, "+1 09:10", "to", "a-1"), rules)
                .get(1);

        assertThat(assigned.consumed()).isEqualTo(Duration.ofMinutes(40));
        assertThat(assigned.wall()).isEqualTo(Duration.ofMinutes(16 * 60 + 40));
    }

    private static SlaRules oneHour(String clock) {
        return Promises.toAll(clock + ": {target: 1h, time: wall, warn: []}");
    }
}
