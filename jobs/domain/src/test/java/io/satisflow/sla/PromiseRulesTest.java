package io.satisflow.sla;

import static io.satisflow.sla.Promises.lines;
import static io.satisflow.sla.Promises.unfold;
import static io.satisflow.sla.Story.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.sla.clock.SlaEvent;
import io.satisflow.sla.policy.SlaRules;
import io.satisflow.ticket.TicketEventType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules of service-level clocks, by their numbers: which policy holds, its target, its warnings. */
class PromiseRulesTest {
    private static final SlaRules BY_PRIORITY =
            Promises.toAll("total_resolution: {target: {urgent: 2h, default: 8h}, time: wall, warn: []}");

    @Test
    void rule_1_the_first_matching_policy_wins_and_without_one_clocks_are_cancelled() {
        SlaRules rules = Promises.of("""
                [{name: vip, when: {tags: vip}, targets: {total_resolution: {target: 1h, time: wall, warn: []}}},
                 {name: mail, when: {channel: mail}, targets: {total_resolution: {target: 4h, time: wall, warn: []}}}]""");
        Story story = new Story()
                .created("09:00", "channel", "mail", "tags", "new, vip")
                .event(TicketEventType.TAGS, "09:10", "tags", "new")
                .event(TicketEventType.TAGS, "09:20", "channel", "phone");

        List<SlaEvent> events = unfold(story, rules);

        assertThat(events.stream().map(event -> event.policy() + " " + Story.line(event)))
                .containsExactly(
                        "vip 09:00 total_resolution#1 activate",
                        "mail 09:10 total_resolution#1 apply_policy",
                        "mail 09:20 total_resolution#1 cancel (no policy matches any more)");
        assertThat(events.get(2).due()).isNull();
    }

    @Test
    void rule_1_a_policy_that_matches_again_starts_a_new_instance_with_the_time_already_used() {
        SlaRules rules = Promises.of(
                "[{name: mail, when: {channel: mail}, targets: {total_resolution: {target: 4h, time: wall, warn: []}}}]");
        Story story = new Story()
                .created("09:00", "channel", "mail")
                .event(TicketEventType.TAGS, "09:20", "channel", "phone")
                .event(TicketEventType.TAGS, "10:00", "channel", "mail");

        SlaEvent again = unfold(story, rules).get(2);

        assertThat(Story.line(again)).isEqualTo("10:00 total_resolution#2 activate");
        assertThat(again.due()).isEqualTo(at("13:00"));
    }

    @Test
    void rule_1_a_target_of_a_later_grade_counts_from_the_creation() {
        SlaRules rules = Promises.of(
                "[{name: major, when: {grade: major}, targets: {total_resolution: {target: 4h, time: wall, warn: []}}}]");
        Story story = new Story().created("09:00").event(TicketEventType.GRADED, "09:30", "grade", "major");

        SlaEvent activated = unfold(story, rules).get(0);

        assertThat(activated.at()).isEqualTo(at("09:30"));
        assertThat(activated.due()).isEqualTo(at("13:00"));
        assertThat(activated.consumed()).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void rule_1_a_solved_ticket_that_is_graded_later_has_a_clock_that_stands_still() {
        SlaRules rules = Promises.of(
                "[{name: major, when: {grade: major}, targets: {assignment: {target: 4h, time: wall, warn: []}}}]");
        Story story = new Story()
                .created("09:00")
                .status("09:10", "solved")
                .event(TicketEventType.GRADED, "09:30", "grade", "major")
                .status("10:00", "open");

        List<SlaEvent> events = unfold(story, rules);

        assertThat(events.stream().map(Story::line))
                .containsExactly(
                        "09:30 assignment#1 activate",
                        "09:30 assignment#1 pause (solved)",
                        "10:00 assignment#1 resume",
                        "13:50:00.001 assignment#1 breach");
    }

    @Test
    void rule_1_a_pause_before_any_policy_matched_is_judged_by_the_one_that_does() {
        SlaRules rules = Promises.of("""
                [{name: major, when: {grade: major}, targets: {
                    total_resolution: {target: 4h, time: wall, warn: [], pause: [pending]}}}]""");
        Story story = new Story()
                .created("09:00")
                .status("09:10", "pending")
                .status("10:10", "open")
                .event(TicketEventType.GRADED, "10:30", "grade", "major");

        SlaEvent activated = unfold(story, rules).get(0);

        assertThat(activated.consumed()).isEqualTo(Duration.ofMinutes(30));
        assertThat(activated.due()).isEqualTo(at("14:00"));
    }

    @Test
    void rule_2_a_pause_that_one_policy_counted_is_not_given_back_by_another() {
        SlaRules rules = Promises.of("""
                [{name: vip, when: {tags: vip}, targets: {
                    total_resolution: {target: 4h, time: wall, warn: [], pause: [pending]}}},
                 {name: all, targets: {total_resolution: {target: 8h, time: wall, warn: []}}}]""");
        Story story = new Story()
                .created("09:00")
                .status("09:10", "pending")
                .event(TicketEventType.TAGS, "10:10", "tags", "vip")
                .status("11:10", "open");

        List<SlaEvent> events = unfold(story, rules);

        assertThat(events.stream().map(Story::line))
                .containsExactly(
                        "09:00 total_resolution#1 activate",
                        "10:10 total_resolution#1 apply_policy",
                        "10:10 total_resolution#1 pause (pending)",
                        "11:10 total_resolution#1 resume",
                        "14:00:00.001 total_resolution#1 breach");
        assertThat(events.get(3).consumed()).isEqualTo(Duration.ofMinutes(70));
    }

    @Test
    void rule_2_another_priority_moves_due_to_start_and_new_target_keeping_pauses() {
        SlaRules rules = Promises.toAll(
                "total_resolution: {target: {urgent: 2h, default: 8h}, time: wall, warn: [], pause: [pending]}");
        Story story = new Story()
                .created("09:00")
                .status("09:10", "pending")
                .status("09:40", "open")
                .event(TicketEventType.PRIORITY, "10:00", "priority", "urgent");

        SlaEvent applied = unfold(story, rules).get(3);

        assertThat(Story.line(applied)).isEqualTo("10:00 total_resolution#1 apply_policy");
        assertThat(applied.due()).isEqualTo(at("11:30"));
        assertThat(applied.consumed()).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void rule_2_what_is_breached_when_applied_says_so_once() {
        Story story = new Story().created("09:00").event(TicketEventType.PRIORITY, "12:00", "priority", "urgent");

        assertThat(lines(story, BY_PRIORITY))
                .containsExactly(
                        "09:00 total_resolution#1 activate",
                        "12:00 total_resolution#1 apply_policy",
                        "12:00 total_resolution#1 breach (breached_on_apply)");
    }

    @Test
    void rule_2_a_finished_instance_keeps_its_target() {
        Story story = new Story()
                .created("09:00")
                .status("10:00", "solved")
                .event(TicketEventType.PRIORITY, "12:00", "priority", "urgent");

        assertThat(lines(story, BY_PRIORITY))
                .containsExactly("09:00 total_resolution#1 activate", "10:00 total_resolution#1 fulfil");
    }

    @Test
    void rule_13_warnings_come_to_the_second_once_each() {
        SlaRules rules = Promises.toAll("first_reply: {target: 2h, time: business, warn: [50%, 20%, 30m, 50%]}");
        Story story = new Story().created("16:00").event(TicketEventType.TAGS, "16:05", "tags", "x");

        assertThat(lines(story, rules))
                .containsExactly(
                        "16:00 first_reply#1 activate",
                        "17:00 first_reply#1 warn (50% left)",
                        "+1 09:30 first_reply#1 warn (30m left)",
                        "+1 09:36 first_reply#1 warn (20% left)",
                        "+1 10:00:00.001 first_reply#1 breach");
    }

    @Test
    void rule_13_the_default_warning_is_a_quarter_within_limits() {
        assertThat(warningOf("8h")).isEqualTo(at("15:00"));
        assertThat(warningOf("20m")).isEqualTo(at("09:10"));
        assertThat(warningOf("48h")).isEqualTo(at("+2 05:00"));
    }

    @Test
    void rule_13_a_warning_whose_moment_has_passed_when_a_target_is_applied_is_given_at_once() {
        SlaRules rules = Promises.toAll("total_resolution: {target: {urgent: 4h, default: 8h}, time: wall}");
        Story story = new Story().created("09:00").event(TicketEventType.PRIORITY, "12:30", "priority", "urgent");

        assertThat(lines(story, rules))
                .containsExactly(
                        "09:00 total_resolution#1 activate",
                        "12:30 total_resolution#1 apply_policy",
                        "12:30 total_resolution#1 warn (25% left)",
                        "13:00:00.001 total_resolution#1 breach");
    }

    @Test
    void rule_13_a_lead_as_long_as_the_target_never_warns() {
        SlaRules rules =
                Promises.toAll("total_resolution: {target: {urgent: 30m, default: 8h}, time: wall, warn: 30m}");

        assertThat(lines(new Story().created("09:00", "priority", "urgent"), rules))
                .containsExactly("09:00 total_resolution#1 activate", "09:30:00.001 total_resolution#1 breach");
    }

    @Test
    void workdays_are_the_working_time_to_the_same_time_of_day() {
        SlaRules rules = Promises.toAll("first_reply: {target: 2 workdays, time: business, warn: []}");

        SlaEvent activated = unfold(new Story().created("10:30"), rules).get(0);

        assertThat(activated.due()).isEqualTo(at("+2 10:30"));
        assertThat(activated.target()).isEqualTo(Duration.ofHours(16));
    }

    private static Instant warningOf(String target) {
        SlaRules rules = Promises.toAll("total_resolution: {target: %s, time: wall}".formatted(target));
        return unfold(new Story().created("09:00"), rules).get(1).at();
    }
}
