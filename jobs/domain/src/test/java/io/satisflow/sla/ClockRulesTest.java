package io.satisflow.sla;

import static io.satisflow.sla.Promises.lines;
import static io.satisflow.sla.Promises.unfold;
import static io.satisflow.sla.Story.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.sla.clock.SlaEvent;
import io.satisflow.sla.policy.SlaRules;
import io.satisflow.ticket.TicketEnd;
import io.satisflow.ticket.TicketEventType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The rules of service-level clocks, by their numbers: what a ticket's life does to them. The others are in PromiseRulesTest,
 * TicketHistoryTest (14) and BusinessCalendarTest. */
class ClockRulesTest {
    private static final SlaRules FIRST_REPLY = Promises.toAll("first_reply: {target: 2h, time: business, warn: []}");
    private static final SlaRules REPLIES = Promises.toAll(
            "first_reply: {target: 2h, time: business, warn: []}",
            "next_reply: {target: 1h, time: business, warn: []}");
    private static final SlaRules RESOLUTION = Promises.toAll("total_resolution: {target: 4h, time: wall, warn: []}");
    private static final SlaRules BY_PRIORITY =
            Promises.toAll("total_resolution: {target: {urgent: 2h, default: 8h}, time: wall, warn: []}");

    @Test
    void rule_3_a_reopened_ticket_goes_on_without_the_time_it_was_solved() {
        Story story = new Story()
                .created("09:00")
                .status("10:00", "solved")
                .customer("11:00")
                .status("12:00", "solved")
                .status("13:00", "closed");

        List<SlaEvent> events = unfold(story, RESOLUTION);

        assertThat(events.stream().map(Story::line))
                .containsExactly(
                        "09:00 total_resolution#1 activate",
                        "10:00 total_resolution#1 fulfil",
                        "11:00 total_resolution#1 resume (reopened)",
                        "12:00 total_resolution#1 fulfil");
        assertThat(events.get(2).due()).isEqualTo(at("14:00"));
        assertThat(events.get(3).consumed()).isEqualTo(Duration.ofHours(2));
        assertThat(events.get(3).wall()).isEqualTo(Duration.ofHours(3));
    }

    @Test
    void rule_3_a_message_on_a_closed_ticket_reopens_it_as_a_status_does() {
        Story message = new Story().created("09:00").status("10:00", "closed").customer("11:00");
        Story status = new Story().created("09:00").status("10:00", "closed").status("12:00", "open");

        assertThat(lines(message, RESOLUTION)).contains("11:00 total_resolution#1 resume (reopened)");
        assertThat(lines(status, RESOLUTION)).contains("12:00 total_resolution#1 resume (reopened)");
    }

    @Test
    void rule_3_first_reply_never_restarts() {
        Story story = new Story()
                .created("09:00")
                .reply("10:00")
                .status("10:01", "solved")
                .status("11:00", "open");

        assertThat(lines(story, FIRST_REPLY))
                .containsExactly("09:00 first_reply#1 activate", "10:00 first_reply#1 fulfil");
    }

    @Test
    void rule_4_a_second_message_does_not_move_next_reply_and_each_exchange_is_an_instance() {
        Story story = new Story()
                .created("09:00")
                .reply("09:10")
                .customer("10:00")
                .customer("10:30")
                .reply("11:30")
                .reply("11:40")
                .customer("12:00");

        assertThat(lines(story, REPLIES))
                .containsExactly(
                        "09:00 first_reply#1 activate",
                        "09:10 first_reply#1 fulfil",
                        "10:00 next_reply#1 activate",
                        "11:00:00.001 next_reply#1 breach",
                        "11:30 next_reply#1 fulfil",
                        "12:00 next_reply#2 activate",
                        "13:00:00.001 next_reply#2 breach");
    }

    @Test
    void rule_5_next_reply_does_not_run_before_there_is_a_first_reply() {
        Story story = new Story().created("09:00").customer("09:30").customer("10:00");

        assertThat(lines(story, REPLIES))
                .containsExactly("09:00 first_reply#1 activate", "11:00:00.001 first_reply#1 breach");
    }

    @Test
    void rule_5_the_next_due_is_the_earliest_of_the_running_clocks() {
        SlaRules rules = Promises.toAll(
                "first_reply: {target: 2h, time: business}", "total_resolution: {target: 8h, time: wall}");
        Story story = new Story().created("09:00").reply("10:00").status("11:00", "solved");

        assertThat(Unfolding.of(story.events(), rules, at("09:30")).nextDue()).contains(at("11:00"));
        assertThat(Unfolding.of(story.events(), rules, at("10:30")).nextDue()).contains(at("17:00"));
        assertThat(Unfolding.of(story.events(), rules, at("11:00")).nextDue()).isEmpty();
    }

    @Test
    void rule_6_an_instance_is_missed_once_however_its_target_changes() {
        Story story = new Story()
                .created("09:00", "priority", "urgent")
                .event(TicketEventType.PRIORITY, "12:00", "priority", "low")
                .event(TicketEventType.PRIORITY, "13:00", "priority", "urgent");

        assertThat(lines(story, BY_PRIORITY).stream().filter(line -> line.contains("breach")))
                .containsExactly("11:00:00.001 total_resolution#1 breach");
    }

    @Test
    void rule_6_a_ticket_is_active_then_with_misses_then_met_or_missed() {
        Story story = new Story().created("09:00").status("+1 09:00", "solved");

        assertThat(standing(story, "12:00")).isEqualTo(TicketStanding.ACTIVE);
        assertThat(standing(story, "14:00")).isEqualTo(TicketStanding.ACTIVE_WITH_MISSES);
        assertThat(standing(story, "+1 09:00")).isEqualTo(TicketStanding.MISSED);
        assertThat(standing(new Story().created("09:00").status("10:00", "solved"), "11:00"))
                .isEqualTo(TicketStanding.MET);
    }

    @Test
    void rule_8_a_pause_takes_out_only_the_working_time_inside_it() {
        SlaRules rules = Promises.toAll("first_reply: {target: 2h, time: business, warn: [], pause: [pending]}");
        Story story = new Story().created("16:00").status("16:30", "pending").status("+1 09:30", "open");

        List<SlaEvent> events = unfold(story, rules);

        assertThat(events.get(1).due()).as("while it stands still").isNull();
        assertThat(events.get(1).reason()).isEqualTo("pending");
        assertThat(events.get(2).consumed()).isEqualTo(Duration.ofMinutes(30));
        assertThat(events.get(2).due()).isEqualTo(at("+1 11:00"));
    }

    @Test
    void rule_11_a_reply_at_exactly_due_is_met_and_a_millisecond_later_it_is_not() {
        assertThat(lines(new Story().created("09:00").reply("11:00"), FIRST_REPLY))
                .containsExactly("09:00 first_reply#1 activate", "11:00 first_reply#1 fulfil");
        assertThat(lines(new Story().created("09:00").reply("11:00:00.001"), FIRST_REPLY))
                .containsExactly(
                        "09:00 first_reply#1 activate",
                        "11:00:00.001 first_reply#1 breach",
                        "11:00:00.001 first_reply#1 fulfil");
    }

    @Test
    void rule_11_a_target_used_up_at_closing_is_missed_right_after_closing() {
        assertThat(lines(new Story().created("15:00"), FIRST_REPLY))
                .containsExactly("15:00 first_reply#1 activate", "17:00:00.001 first_reply#1 breach");
    }

    @Test
    void bots_and_notes_answer_nothing() {
        Story story = new Story()
                .created("09:00")
                .event(TicketEventType.BOT_REPLY, "09:01")
                .event(TicketEventType.INTERNAL_NOTE, "09:02")
                .reply("09:30");

        assertThat(lines(story, FIRST_REPLY))
                .containsExactly("09:00 first_reply#1 activate", "09:30 first_reply#1 fulfil");
    }

    @Test
    void a_ticket_opened_by_an_agent_owes_a_first_reply_to_the_customers_first_message() {
        assertThat(lines(
                        new Story()
                                .created("09:00", "by", "agent")
                                .customer("10:00")
                                .reply("10:30"),
                        REPLIES))
                .containsExactly("10:00 first_reply#1 activate", "10:30 first_reply#1 fulfil");
        assertThat(lines(
                        new Story()
                                .created("09:00", "by", "agent")
                                .reply("09:30")
                                .customer("10:00")
                                .reply("10:30"),
                        REPLIES))
                .as("what the agent said before was no reply")
                .containsExactly("10:00 first_reply#1 activate", "10:30 first_reply#1 fulfil");
    }

    @Test
    void a_merged_ticket_owes_nothing_more() {
        Story story = new Story()
                .created("09:00")
                .event(TicketEventType.MERGED, "09:30", "into", "T2")
                .customer("09:40");

        assertThat(lines(story, REPLIES))
                .containsExactly("09:00 first_reply#1 activate", "09:30 first_reply#1 cancel (merged into T2)");
    }

    @Test
    void where_channels_never_say_so_silence_counts_as_solved() {
        SlaRules rules = RESOLUTION.withEnds(Map.of("reviews", new TicketEnd(Duration.ofHours(2), null)));
        Story story = new Story()
                .created("09:00", "channel", "reviews")
                .reply("10:00")
                .customer("13:00");

        assertThat(lines(story, rules))
                .containsExactly(
                        "09:00 total_resolution#1 activate",
                        "12:00 total_resolution#1 fulfil (counts as solved: nothing was said for PT2H)",
                        "13:00 total_resolution#1 resume (reopened)",
                        "14:00:00.001 total_resolution#1 breach",
                        "15:00 total_resolution#1 fulfil (counts as solved: nothing was said for PT2H)");
    }

    @Test
    void a_channel_that_is_named_late_solves_nothing_in_the_past() {
        SlaRules rules = RESOLUTION.withEnds(Map.of("reviews", new TicketEnd(Duration.ofHours(2), null)));
        Story story =
                new Story().created("09:00").reply("09:10").event(TicketEventType.TAGS, "12:30", "channel", "reviews");

        assertThat(lines(story, rules))
                .containsExactly(
                        "09:00 total_resolution#1 activate",
                        "12:30 total_resolution#1 fulfil (counts as solved: nothing was said for PT2H)");
    }

    private static TicketStanding standing(Story story, String until) {
        return Unfolding.of(story.events(), RESOLUTION, at(until)).standing();
    }
}
