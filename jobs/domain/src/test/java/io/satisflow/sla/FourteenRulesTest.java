package io.satisflow.sla;

import static io.satisflow.sla.Promises.lines;
import static io.satisflow.sla.Promises.unfold;
import static io.satisflow.sla.Story.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.satisflow.calendar.BusinessCalendar;
import io.satisflow.calendar.CalendarFile;
import io.satisflow.config.ConfigException;
import io.satisflow.config.ConfigFile;
import io.satisflow.sla.clock.Clock;
import io.satisflow.sla.clock.SlaEvent;
import io.satisflow.sla.policy.RuleBook;
import io.satisflow.sla.policy.RuleVersion;
import io.satisflow.sla.policy.SlaRules;
import io.satisflow.ticket.TicketEvent;
import io.satisflow.ticket.TicketEventType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * The fourteen rules of service-level clocks, one story each; what follows from them in detail is in ClockRulesTest,
 * PromiseRulesTest, RuleVersionsTest, TicketHistoryTest and BusinessCalendarTest.
 */
class FourteenRulesTest {
    private static final SlaRules RESOLUTION =
            Promises.toAll("requester_wait: {target: {urgent: 2h, default: 8h}, time: wall, warn: []}");

    @Test
    void rule_1_the_first_policy_that_matches_holds_and_is_asked_for_again_at_every_event() {
        SlaRules rules = Promises.of("""
                [{name: gold, when: {tier: gold}, targets: {answer: {target: 1h, time: wall, warn: []}}},
                 {name: web, when: {channel: web}, targets: {answer: {target: {high: 2h, default: 3h}, time: wall, warn: []}}}]""");
        Story story = new Story()
                .created("09:00", "channel", "web", "tier", "gold")
                .event(TicketEventType.TAGS, "09:10", "tier", "silver")
                .event(TicketEventType.PRIORITY, "09:20", "priority", "high")
                .event(TicketEventType.TAGS, "09:30", "channel", "phone");

        assertThat(unfold(story, rules))
                .extracting(event -> event.policy() + " " + Story.line(event), SlaEvent::due)
                .containsExactly(
                        tuple("gold 09:00 answer#1 activate", at("10:00")),
                        tuple("web 09:10 answer#1 apply_policy", at("12:00")),
                        tuple("web 09:20 answer#1 apply_policy", at("11:00")),
                        tuple("web 09:30 answer#1 cancel (no policy matches any more)", null));
    }

    @Test
    void rule_2_a_new_target_counts_from_the_start_and_what_it_finds_broken_is_flagged() {
        Story story = new Story()
                .created("09:00")
                .status("09:30", "pending")
                .status("10:30", "open")
                .event(TicketEventType.PRIORITY, "13:00", "priority", "urgent");

        List<SlaEvent> events = unfold(story, RESOLUTION);

        assertThat(events.stream().map(Story::line).skip(3))
                .containsExactly(
                        "13:00 requester_wait#1 apply_policy", "13:00 requester_wait#1 breach (breached_on_apply)");
        assertThat(events.get(3).due())
                .as("two hours and the hour of the pause")
                .isEqualTo(at("12:00"));
    }

    @Test
    void rule_3_reopened_clocks_resume_without_the_time_they_were_solved_and_closing_changes_nothing() {
        Story story = new Story()
                .created("09:00")
                .reply("09:10")
                .status("10:00", "solved")
                .status("10:30", "closed")
                .status("12:00", "open");
        SlaRules rules = Promises.toAll(
                "first_reply: {target: 1h, time: wall, warn: []}", "agent_work: {target: 8h, time: wall, warn: []}");

        assertThat(lines(story, rules))
                .containsExactly(
                        "09:00 first_reply#1 activate",
                        "09:00 agent_work#1 activate",
                        "09:10 first_reply#1 fulfil",
                        "10:00 agent_work#1 fulfil",
                        "12:00 agent_work#1 resume (reopened)",
                        "19:00:00.001 agent_work#1 breach");
    }

    @Test
    void rule_4_messages_in_a_row_are_one_exchange_and_the_worst_exchange_is_kept() {
        SlaRules rules = Promises.toAll("next_reply: {target: 1h, time: wall, warn: []}");
        Story story = new Story()
                .created("09:00")
                .reply("09:10")
                .customer("10:00")
                .customer("10:20")
                .reply("11:30")
                .reply("11:31")
                .customer("12:00")
                .reply("12:05");
        Unfolding told = Unfolding.of(story.events(), rules, Instant.MAX);

        assertThat(told.events().stream().map(Story::line))
                .containsExactly(
                        "10:00 next_reply#1 activate",
                        "11:00:00.001 next_reply#1 breach",
                        "11:30 next_reply#1 fulfil",
                        "12:00 next_reply#2 activate",
                        "12:05 next_reply#2 fulfil");
        assertThat(told.worst(Clock.NEXT_REPLY).map(SlaEvent::consumed)).contains(Duration.ofMinutes(90));
    }

    @Test
    void rule_5_next_reply_waits_for_the_first_and_the_next_due_is_the_earliest() {
        SlaRules rules = Promises.toAll(
                "first_reply: {target: 3h, time: wall, warn: []}", "next_reply: {target: 1h, time: wall, warn: []}");
        Story story =
                new Story().created("09:00").customer("09:30").reply("10:00").customer("10:30");

        assertThat(Unfolding.of(story.events(), rules, at("09:45")).nextDue()).contains(at("12:00"));
        assertThat(Unfolding.of(story.events(), rules, at("10:45")).nextDue()).contains(at("11:30"));
    }

    @Test
    void rule_6_an_instance_misses_once_and_the_ticket_is_missed_when_it_is_solved() {
        Story story = new Story()
                .created("09:00", "priority", "urgent")
                .event(TicketEventType.PRIORITY, "12:00", "priority", "low")
                .event(TicketEventType.PRIORITY, "13:00", "priority", "urgent")
                .status("14:00", "solved");

        assertThat(lines(story, RESOLUTION).stream().filter(line -> line.contains("breach")))
                .hasSize(1);
        assertThat(standing(story, "10:00")).isEqualTo(TicketStanding.ACTIVE);
        assertThat(standing(story, "12:30")).isEqualTo(TicketStanding.ACTIVE_WITH_MISSES);
        assertThat(standing(story, "14:00")).isEqualTo(TicketStanding.MISSED);
        assertThat(standing(new Story().created("09:00").status("10:00", "solved"), "10:00"))
                .isEqualTo(TicketStanding.MET);
    }

    @Test
    void rule_7_days_have_several_periods_and_holidays_shifts_and_breaks_of_their_own() {
        BusinessCalendar calendar = calendar("""
                zone: UTC
                hours: {mon-fri: ["08:00-12:00", "13:00-18:00"], sat: ["22:00-24:00"]}
                breaks: {tue: ["09:00-10:00"]}
                holidays: [2024-01-17]
                shifts: {2024-01-21: ["10:00-11:00"]}
                """);

        assertThat(calendar.due(at("11:00"), Duration.ofHours(2))).isEqualTo(at("14:00"));
        assertThat(calendar.due(at("+1 08:30"), Duration.ofHours(1))).isEqualTo(at("+1 10:30"));
        assertThat(calendar.due(at("+1 17:30"), Duration.ofHours(1))).isEqualTo(at("+3 08:30"));
        assertThat(calendar.elapsed(at("+5 00:00"), at("+7 00:00"))).isEqualTo(Duration.ofHours(3));
        assertThatThrownBy(() -> calendar("zone: UTC\nhours: {}\n"))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("no day of the week has working time");
    }

    @Test
    void rule_8_a_pause_over_the_night_takes_out_its_working_hours_only() {
        SlaRules rules = Promises.toAll("requester_wait: {target: 4h, time: business, warn: []}");
        Story story = new Story().created("15:00").status("16:00", "pending").status("+1 10:00", "open");

        List<SlaEvent> events = unfold(story, rules);

        assertThat(events.get(2).consumed()).isEqualTo(Duration.ofHours(1));
        assertThat(events.get(2).due()).isEqualTo(at("+1 13:00"));
    }

    @Test
    void rule_9_each_stretch_is_counted_by_the_calendar_that_was_in_force_or_all_by_the_last() {
        assertThat(dueUnderChangingCalendars("each_stretch")).isEqualTo(at("16:30"));
        assertThat(dueUnderChangingCalendars("last_only")).isEqualTo(at("17:30"));
    }

    /** Created at 09:00; until noon by hours from 09:00 on, after that by hours from 10:00 on; seven hours and a half. */
    private static Instant dueUnderChangingCalendars(String option) {
        String policy = """
                [{name: p, calendar: %s, calendar_change: %s, targets: {
                    total_resolution: {target: 450m, time: business, warn: []}}}]""";
        RuleBook book = RuleBook.of(Promises.of(policy.formatted("office", option)))
                .with(new RuleVersion("later hours", at("12:00"), Promises.of(policy.formatted("frappe", option))));
        return Unfolding.of(new Story().created("09:00").events(), book, at("12:00"))
                .nextDue()
                .orElseThrow();
    }

    @Test
    void rule_10_what_is_used_up_at_closing_is_due_at_closing() {
        SlaRules rules = Promises.toAll("answer: {target: 2h, time: business, warn: []}");

        assertThat(unfold(new Story().created("15:00"), rules).get(0).due()).isEqualTo(at("17:00"));
    }

    @Test
    void rule_11_at_due_is_met_and_a_millisecond_later_is_missed() {
        SlaRules rules = Promises.toAll("assignment: {target: 1h, time: wall, warn: []}");
        Story inTime = new Story().created("09:00").event(TicketEventType.ASSIGNED, "10:00", "to", "a-1");
        Story late = new Story().created("09:00").event(TicketEventType.ASSIGNED, "10:00:00.001", "to", "a-1");

        assertThat(lines(inTime, rules)).noneMatch(line -> line.contains("breach"));
        assertThat(lines(late, rules)).contains("10:00:00.001 assignment#1 breach");
    }

    @Test
    void rule_12_a_gap_moves_hours_forward_and_of_a_time_that_comes_twice_the_first_counts() {
        BusinessCalendar nights = calendar("zone: Europe/Berlin\nhours: {sun: [\"02:30-04:00\"]}\n");

        assertThat(nights.due(Instant.parse("2024-03-31T00:00:00Z"), Duration.ofMinutes(10)))
                .as("02:30 does not exist and becomes 03:30 summer time")
                .isEqualTo(Instant.parse("2024-03-31T01:40:00Z"));
        assertThat(nights.due(Instant.parse("2024-10-27T00:00:00Z"), Duration.ofMinutes(10)))
                .as("02:30 comes twice, first in summer time")
                .isEqualTo(Instant.parse("2024-10-27T00:40:00Z"));
    }

    @Test
    void rule_13_warnings_come_at_shares_and_leads_to_the_second_and_once() {
        SlaRules rules = Promises.toAll("requester_wait: {target: 2h, time: wall, warn: [50%, 30m]}");
        Story story = new Story()
                .created("09:00")
                .status("10:10", "pending")
                .status("11:10", "open")
                .status("11:40", "pending")
                .status("11:50", "open");

        assertThat(lines(story, rules).stream().filter(line -> line.contains("warn")))
                .containsExactly("10:00 requester_wait#1 warn (50% left)", "11:30 requester_wait#1 warn (30m left)");
    }

    @Test
    void rule_14_a_reply_that_arrives_late_withdraws_the_breach_that_it_disproves() {
        SlaRules rules = Promises.toAll("first_reply: {target: 1h, time: wall, warn: []}");
        Story story = new Story().created("09:00").reply("09:50").known("11:00");

        assertThat(TicketHistory.advance(story.waiting(), rules, at("11:00")).said().stream()
                        .map(Story::line))
                .containsExactly(
                        "09:00 first_reply#1 activate",
                        "10:00:00.001 first_reply#1 breach",
                        "10:00:00.001 first_reply#1 retract (agent_reply of 2024-01-15T09:50:00Z arrived late)",
                        "09:50 first_reply#1 fulfil");
    }

    private static TicketStanding standing(Story story, String until) {
        List<TicketEvent> sofar = story.events().stream()
                .filter(event -> !event.occurredAt().isAfter(at(until)))
                .toList();
        return Unfolding.of(sofar, RESOLUTION, at(until)).standing();
    }

    private static BusinessCalendar calendar(String yaml) {
        return new CalendarFile(name -> Optional.empty()).read(ConfigFile.parse("c.yaml", yaml));
    }
}
