package io.satisflow.sla;

import static io.satisflow.sla.Promises.lines;
import static io.satisflow.sla.Promises.unfold;
import static io.satisflow.sla.Story.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.sla.clock.SlaEvent;
import io.satisflow.sla.policy.SlaRules;
import io.satisflow.ticket.TicketEventType;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The closed loop of a complaint: its plan, its stages, and the contact after it. */
class ClosedLoopClocksTest {

    @Test
    void resolution_plan_counts_from_the_creation_even_if_the_grade_comes_later() {
        SlaRules rules = Promises.of("""
                [{name: major, when: {kind: complaint, grade: major}, targets: {
                    resolution_plan: {target: 12h, time: wall, warn: []}}}]""");
        Story story = new Story()
                .created("09:00", "kind", "complaint")
                .event(TicketEventType.GRADED, "10:00", "grade", "major")
                .event(TicketEventType.PLAN_PROPOSED, "20:00");

        List<SlaEvent> events = unfold(story, rules);

        assertThat(events.stream().map(Story::line))
                .containsExactly("10:00 resolution_plan#1 activate", "20:00 resolution_plan#1 fulfil");
        assertThat(events.get(0).due()).isEqualTo(at("21:00"));
    }

    @Test
    void follow_up_runs_after_the_solution_and_ends_with_the_contact() {
        Story story = new Story()
                .created("09:00")
                .status("10:00", "solved")
                .status("10:10", "closed")
                .event(TicketEventType.FOLLOW_UP, "10:30", "outcome", "satisfied");

        assertThat(lines(story, oneHour("follow_up")))
                .containsExactly("10:00 follow_up#1 activate", "10:30 follow_up#1 fulfil");
        assertThat(lines(new Story().created("09:00").status("10:00", "solved"), oneHour("follow_up")))
                .containsExactly("10:00 follow_up#1 activate", "11:00:00.001 follow_up#1 breach");
    }

    @Test
    void an_unhappy_customer_is_followed_up_again_by_a_senior_owner_and_one_who_was_not_reached_is_not() {
        Story unhappy = new Story()
                .created("09:00")
                .status("10:00", "solved")
                .event(TicketEventType.FOLLOW_UP, "10:30", "outcome", "unsatisfied")
                .event(TicketEventType.FOLLOW_UP, "11:00", "outcome", "satisfied");
        Story unreached = new Story()
                .created("09:00")
                .status("10:00", "solved")
                .event(TicketEventType.FOLLOW_UP, "10:30", "outcome", "unreached");

        assertThat(lines(unhappy, oneHour("follow_up")))
                .containsExactly(
                        "10:00 follow_up#1 activate",
                        "10:30 follow_up#1 fulfil",
                        "10:30 follow_up#2 activate (for a senior owner: the last follow-up said unsatisfied)",
                        "11:00 follow_up#2 fulfil");
        assertThat(lines(unreached, oneHour("follow_up")))
                .containsExactly("10:00 follow_up#1 activate", "10:30 follow_up#1 fulfil");
    }

    @Test
    void reopening_makes_the_follow_up_needless_and_solving_again_starts_another() {
        Story story = new Story()
                .created("09:00")
                .status("10:00", "solved")
                .event(TicketEventType.FOLLOW_UP, "10:30", "outcome", "unsolved")
                .status("10:30", "open")
                .status("12:00", "solved");

        assertThat(lines(story, oneHour("follow_up")))
                .containsExactly(
                        "10:00 follow_up#1 activate",
                        "10:30 follow_up#1 fulfil",
                        "10:30 follow_up#2 activate (for a senior owner: the last follow-up said unsolved)",
                        "10:30 follow_up#2 cancel (reopened)",
                        "12:00 follow_up#3 activate (for a senior owner: the last follow-up said unsolved)",
                        "13:00:00.001 follow_up#3 breach");
    }

    @Test
    void a_ticket_is_not_forgotten_while_its_follow_up_is_awaited_but_a_missed_one_does_not_keep_it_for_ever() {
        SlaRules rules = Promises.toAll("follow_up: {target: 240h, time: wall, warn: []}");
        TicketState solved =
                new Story().created("09:00").status("10:00", "solved").waiting();

        TicketAdvance waiting = TicketHistory.advance(solved, rules, at("+9 10:00"));
        TicketAdvance missed = TicketHistory.advance(waiting.state(), rules, at("+17 10:00"));

        assertThat(waiting.state().isDormant()).isFalse();
        assertThat(waiting.next()).contains(at("+10 10:00:00.001"));
        assertThat(missed.said().stream().map(Story::line)).containsExactly("+10 10:00:00.001 follow_up#1 breach");
        assertThat(missed.next()).contains(at("+17 10:00:00.001"));
        assertThat(TicketHistory.advance(missed.state(), rules, at("+17 10:00:00.001"))
                        .state()
                        .isDormant())
                .isTrue();
    }

    @Test
    void each_stage_of_the_closed_loop_has_its_own_limit() {
        SlaRules rules = Promises.toAll(
                "stage.receive: {target: 30m, time: business, warn: []}",
                "stage.analyse: {target: 1h, time: business, warn: []}",
                "stage.resolve: {target: 4h, time: business, warn: []}",
                "stage.reply: {target: 1h, time: business, warn: []}",
                "stage.review: {target: 2h, time: business, warn: []}");
        Story story = new Story()
                .created("09:00", "stage", "receive")
                .event(TicketEventType.STAGE, "09:20", "stage", "analyse")
                .event(TicketEventType.STAGE, "09:40", "stage", "analyse")
                .event(TicketEventType.STAGE, "11:00", "stage", "resolve")
                .event(TicketEventType.STAGE, "12:00", "stage", "reply")
                .status("12:30", "solved")
                .event(TicketEventType.STAGE, "13:00", "stage", "review")
                .status("14:00", "closed");

        assertThat(lines(story, rules))
                .containsExactly(
                        "09:00 stage.receive#1 activate",
                        "09:20 stage.receive#1 fulfil",
                        "09:20 stage.analyse#1 activate",
                        "10:20:00.001 stage.analyse#1 breach",
                        "11:00 stage.analyse#1 fulfil",
                        "11:00 stage.resolve#1 activate",
                        "12:00 stage.resolve#1 fulfil",
                        "12:00 stage.reply#1 activate",
                        "12:30 stage.reply#1 fulfil",
                        "13:00 stage.review#1 activate",
                        "14:00 stage.review#1 fulfil");
    }

    @Test
    void a_stage_that_is_entered_again_is_another_instance_and_a_stage_of_another_name_only_ends_the_last() {
        Story story = new Story()
                .created("09:00")
                .event(TicketEventType.STAGE, "09:20", "stage", "analyse")
                .event(TicketEventType.STAGE, "09:30", "stage", "waiting for parts")
                .event(TicketEventType.STAGE, "12:00", "stage", "analyse");

        assertThat(lines(story, oneHour("stage.analyse")))
                .containsExactly(
                        "09:20 stage.analyse#1 activate",
                        "09:30 stage.analyse#1 fulfil",
                        "12:00 stage.analyse#2 activate",
                        "13:00:00.001 stage.analyse#2 breach");
    }

    private static SlaRules oneHour(String clock) {
        return Promises.toAll(clock + ": {target: 1h, time: wall, warn: []}");
    }
}
