package io.satisflow.sla;

import static io.satisflow.sla.Promises.lines;
import static io.satisflow.sla.Story.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.sla.clock.SlaEvent;
import io.satisflow.sla.clock.SlaEventType;
import io.satisflow.sla.policy.SlaRules;
import io.satisflow.ticket.TicketEvent;
import io.satisflow.ticket.TicketEventType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What sources send that nobody expects: it is used, or handed back with a reason, and nothing hangs. */
class FlawedTicketsTest {
    private static final SlaRules RULES = Promises.toAll(
            "first_reply: {target: 2h, time: business, warn: []}",
            "total_resolution: {target: 8h, time: wall, warn: []}",
            "follow_up: {target: 2h, time: wall, warn: []}",
            "stage.analyse: {target: 2h, time: wall, warn: []}",
            "promise: {warn: []}");

    @Test
    void a_status_that_goes_back_is_a_reopening() {
        Story story = new Story()
                .created("09:00")
                .status("10:00", "closed")
                .status("11:00", "new")
                .status("11:30", "solved")
                .status("11:40", "pending");

        assertThat(lines(story, Promises.toAll("total_resolution: {target: 8h, time: wall, warn: []}")))
                .containsExactly(
                        "09:00 total_resolution#1 activate",
                        "10:00 total_resolution#1 fulfil",
                        "11:00 total_resolution#1 resume (reopened)",
                        "11:30 total_resolution#1 fulfil",
                        "11:40 total_resolution#1 resume (reopened)",
                        "18:10:00.001 total_resolution#1 breach");
    }

    @Test
    void what_happened_before_the_creation_starts_and_fulfils_nothing_but_its_facts_count() {
        Story story = new Story()
                .reply("08:00")
                .event(TicketEventType.STAGE, "08:10", "stage", "analyse")
                .promise("08:20", "08:30")
                .status("08:40", "solved")
                .event(TicketEventType.PRIORITY, "08:50", "priority", "urgent")
                .created("09:00");
        SlaRules rules = Promises.toAll(
                "first_reply: {target: {urgent: 1h, default: 2h}, time: business, warn: []}",
                "stage.analyse: {target: 2h, time: wall}",
                "promise: {warn: []}",
                "follow_up: {target: 2h, time: wall}");

        assertThat(lines(story, rules))
                .containsExactly("09:00 first_reply#1 activate", "10:00:00.001 first_reply#1 breach");
    }

    @Test
    void a_creation_that_arrives_last_tells_the_ticket_as_if_it_had_come_first() {
        Story story = new Story().created("09:00").known("12:00").reply("09:30").known("12:00");

        TicketAdvance advance = TicketHistory.advance(story.waiting(), RULES, at("12:00"));

        assertThat(advance.refused()).isEmpty();
        assertThat(advance.said().stream().map(Story::line))
                .containsExactly(
                        "09:00 first_reply#1 activate",
                        "09:00 total_resolution#1 activate",
                        "09:30 first_reply#1 fulfil");
    }

    @Test
    void what_is_said_to_be_known_before_it_happens_is_used_when_it_happens() {
        Story story = new Story().created("09:00").reply("10:00").known("09:10");

        TicketAdvance before = TicketHistory.advance(story.waiting(), RULES, at("09:30"));
        TicketAdvance after = TicketHistory.advance(before.state(), RULES, at("10:00"));

        assertThat(before.said()).hasSize(2);
        assertThat(before.next()).contains(at("10:00"));
        assertThat(after.said().stream().map(Story::line)).containsExactly("10:00 first_reply#1 fulfil");
    }

    @Test
    void a_second_creation_of_another_id_changes_nothing() {
        Story story = new Story()
                .created("09:00")
                .created("09:30", "status", "solved")
                .reply("10:00");

        assertThat(lines(story, RULES))
                .containsExactly(
                        "09:00 first_reply#1 activate",
                        "09:00 total_resolution#1 activate",
                        "10:00 first_reply#1 fulfil",
                        "17:00:00.001 total_resolution#1 breach");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            STATUS    | status  | resolved             | its status is "resolved"; one of: new, open, pending, on_hold, solved, closed
            STATUS    | state   | solved               | its status is ""; one of: new, open
            FOLLOW_UP | outcome | fine                 | its outcome is "fine"; one of: satisfied, unsatisfied, unsolved, unreached
            FOLLOW_UP | text    | x                    | its outcome is ""; one of
            PROMISE   | due     | Friday               | it is due at "Friday"; write a time with its zone, such as 2026-03-02T17:00:00Z
            PROMISE   | due     | 2124-01-15T00:00:00Z | it is due at 2124-01-15T00:00:00Z, more than 10 years ahead; promise something sooner
            """)
    void an_event_that_does_not_say_what_it_must_is_handed_back_with_what_is_wrong(
            TicketEventType type, String detail, String value, String problem) {
        Story story = new Story().created("09:00").event(type, "10:00", detail, value);

        TicketAdvance advance = TicketHistory.advance(story.waiting(), RULES, at("11:00"));

        assertThat(advance.refused())
                .extracting(RefusedTicketEvent::reason)
                .containsExactly(TicketEventRefusal.MALFORMED);
        assertThat(advance.refused().get(0).message())
                .startsWith("ticket T1, " + type.wireName())
                .contains(": " + problem);
        assertThat(advance.state().log()).hasSize(1);
    }

    @Test
    void a_ticket_that_is_open_for_a_hundred_years_is_missed_once_and_waits_for_nothing() {
        TicketState state = new Story().created("09:00").waiting();

        TicketAdvance century = TicketHistory.advance(state, RULES, at("09:00").plus(Duration.ofDays(36_525)));
        TicketState reopened = century.state()
                .with(new TicketEvent(
                        "T1",
                        "late reply",
                        TicketEventType.AGENT_REPLY,
                        at("09:00").plus(Duration.ofDays(36_526)),
                        at("09:00").plus(Duration.ofDays(36_526)),
                        Map.of()));
        TicketAdvance replied =
                TicketHistory.advance(reopened, RULES, at("09:00").plus(Duration.ofDays(36_527)));

        assertThat(century.said().stream().filter(event -> event.type() == SlaEventType.BREACH))
                .hasSize(2);
        assertThat(century.next()).isEmpty();
        assertThat(replied.said()).extracting(SlaEvent::type).containsExactly(SlaEventType.FULFIL);
        assertThat(replied.said().get(0).wall()).isEqualTo(Duration.ofDays(36_526));
    }

    @Test
    void a_ticket_without_any_policy_is_kept_in_silence_and_forgotten_like_all_others() {
        SlaRules nothing = Promises.of("[]");
        TicketState state =
                new Story().created("09:00").status("10:00", "solved").waiting();

        TicketAdvance advance = TicketHistory.advance(state, nothing, at("11:00"));

        assertThat(advance.said()).isEqualTo(List.of());
        assertThat(advance.next()).contains(at("+7 10:00"));
        assertThat(TicketHistory.advance(advance.state(), nothing, at("+7 10:00"))
                        .state()
                        .isDormant())
                .isTrue();
    }
}
