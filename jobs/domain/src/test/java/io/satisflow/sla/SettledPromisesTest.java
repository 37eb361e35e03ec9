package io.satisflow.sla;

import static io.satisflow.sla.Promises.lines;
import static io.satisflow.sla.Story.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.sla.clock.SlaEvent;
import io.satisflow.sla.clock.SlaEventType;
import io.satisflow.sla.policy.SlaRules;
import io.satisflow.ticket.TicketEvent;
import io.satisflow.ticket.TicketEventType;
import org.junit.jupiter.api.Test;

/** The rules of docs/clocks.md on what is promised and how that changes, by their numbers there. */
class SettledPromisesTest {
    private static final SlaRules GROUPS = Promises.of("""
            [{name: one, when: {team: one}, targets: {group_ownership: {target: 4h, time: wall, warn: []}}},
             {name: two, when: {team: two}, targets: {group_ownership: {target: 1h, time: wall, warn: []}}}]""");
    private static final SlaRules TAGGED = Promises.of("""
            [{name: vip, when: {tags: vip}, targets: {first_reply: {target: 1h, time: wall, warn: []}}},
             {name: rest, targets: {first_reply: {target: 4h, time: wall, warn: []}}}]""");
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
                 {name: rest, targets: {first_reply: {target: 1h, time: wall, warn: []}}}]""");
        Story story = new Story().created("09:00").event(TicketEventType.TAGS, "11:00", "tags", "vip");

        assertThat(lines(story, same))
                .filteredOn(line -> line.contains("breach"))
                .hasSize(1);
    }

    @Test
    void rule_12_a_clock_may_count_its_own_calendar() {
        SlaRules rules = Promises.of("""
                [{name: all, calendar: office, targets: {
                  assignment: {target: 30m, time: business, calendar: frappe, warn: []},
                  total_resolution: {target: 8h, time: business, warn: []}}}]""");

        assertThat(Promises.unfold(new Story().created("08:00"), rules).stream()
                        .filter(event -> event.type() == SlaEventType.ACTIVATE)
                        .map(SlaEvent::due))
                .containsExactly(at("17:00"), at("10:30"));
    }

    private static TicketEvent event(String id, TicketEventType type, String time, String... details) {
        return new Story().event(type, time, details).id(id).events().get(0);
    }
}
