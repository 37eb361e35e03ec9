package io.satisflow.sla;

import static io.satisflow.sla.Story.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.satisflow.sla.clock.SlaEvent;
import io.satisflow.sla.policy.RuleBook;
import io.satisflow.sla.policy.RuleVersion;
import io.satisflow.sla.policy.SlaRules;
import io.satisflow.ticket.TicketEnd;
import io.satisflow.ticket.TicketEventType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rules that change while tickets are open. */
class RuleVersionsTest {
    private static final SlaRules FOUR_HOURS = Promises.toAll("total_resolution: {target: 4h, time: wall, warn: []}");
    private static final SlaRules TWO_HOURS = Promises.toAll("total_resolution: {target: 2h, time: wall, warn: []}");
    private static final SlaRules NOTHING = Promises.of("[]");
    private static final String OFFICE_THEN = "{target: 4h, time: business, warn: []}";

    @Test
    void rule_2_open_tickets_owe_what_the_new_version_says_from_their_start() {
        Story story = new Story().created("09:00");

        assertThat(lines(story, book(FOUR_HOURS, "10:00", TWO_HOURS)))
                .containsExactly(
                        "09:00 total_resolution#1 activate",
                        "10:00 total_resolution#1 apply_policy (rules \"v10:00\" took effect)",
                        "11:00:00.001 total_resolution#1 breach");
    }

    @Test
    void rule_2_what_the_new_version_finds_broken_is_told_once_and_flagged() {
        assertThat(lines(new Story().created("09:00"), book(FOUR_HOURS, "12:00", TWO_HOURS)))
                .containsExactly(
                        "09:00 total_resolution#1 activate",
                        "12:00 total_resolution#1 apply_policy (rules \"v12:00\" took effect)",
                        "12:00 total_resolution#1 breach (breached_on_apply)");
    }

    @Test
    void rule_2_what_was_finished_before_keeps_its_target() {
        Story story = new Story().created("09:00").status("11:30", "solved");

        assertThat(lines(story, book(FOUR_HOURS, "12:00", TWO_HOURS)))
                .containsExactly("09:00 total_resolution#1 activate", "11:30 total_resolution#1 fulfil");
    }

    @Test
    void rule_1_a_version_that_promises_nothing_cancels_and_one_that_does_again_counts_from_the_start() {
        RuleBook book = book(FOUR_HOURS, "10:00", NOTHING).with(version("12:00", FOUR_HOURS));
        List<SlaEvent> events = unfold(new Story().created("09:00"), book);

        assertThat(events.stream().map(Story::line))
                .containsExactly(
                        "09:00 total_resolution#1 activate",
                        "10:00 total_resolution#1 cancel (no policy matches any more)",
                        "12:00 total_resolution#2 activate (rules \"v12:00\" took effect)",
                        "13:00:00.001 total_resolution#2 breach");
    }

    @Test
    void what_falls_due_at_the_very_instant_of_a_change_is_judged_by_the_old_rules_and_events_by_the_new() {
        Story story = new Story().created("09:00").event(TicketEventType.CREATED, "11:00");

        assertThat(lines(story, book(TWO_HOURS, "11:00:00.001", FOUR_HOURS)))
                .contains("11:00:00.001 total_resolution#1 breach");
        assertThat(lines(new Story().created("10:00"), book(TWO_HOURS, "10:00", FOUR_HOURS)))
                .containsExactly("10:00 total_resolution#1 activate", "14:00:00.001 total_resolution#1 breach");
    }

    @Test
    void rule_9_each_stretch_is_counted_by_the_calendar_that_was_in_force() {
        // Up to 18:30 by office hours (09-17), from then on by longer ones (09-18 in Berlin, 08-17 UTC, also at
        // weekends).
        RuleBook book = book(business("office", ""), "+1 08:30", business("daily", ""));
        List<SlaEvent> events = unfold(new Story().created("16:00"), book);

        assertThat(events.get(0).due()).isEqualTo(at("+1 12:00"));
        assertThat(events.get(1).due()).as("1 h on Monday, then from 08:30").isEqualTo(at("+1 11:30"));
    }

    @Test
    void rule_9_the_last_calendar_only_if_the_policy_says_so() {
        RuleBook book = book(business("office", ""), "+1 08:30", business("daily", "calendar_change: last_only,"));
        List<SlaEvent> events = unfold(new Story().created("16:00"), book);

        assertThat(events.get(1).due())
                .as("1 h on Monday, half an hour before 08:30")
                .isEqualTo(at("+1 11:00"));
    }

    @Test
    void rule_9_a_calendar_that_changes_nothing_for_a_ticket_says_nothing() {
        RuleBook book = book(business("office", ""), "10:00", business("frappe", ""));
        Story story = new Story().created("10:00").reply("10:10");

        assertThat(lines(new Story().created("10:00"), book)).hasSize(2);
        assertThat(lines(story, book)).hasSize(2);
    }

    @Test
    void hours_on_the_wall_and_hours_of_work_do_not_add_up_so_another_time_is_counted_from_the_start() {
        RuleBook book = book(FOUR_HOURS, "+1 09:00", business("office", ""));
        SlaEvent applied = unfold(new Story().created("16:30").status("+1 12:00", "solved"), book)
                .get(2);

        assertThat(Story.line(applied)).startsWith("+1 09:00 total_resolution#1 apply_policy");
        assertThat(applied.consumed()).isEqualTo(Duration.ofMinutes(30));
        assertThat(applied.due()).isEqualTo(at("+1 12:30"));
    }

    @Test
    void a_change_of_how_long_silence_lasts_until_a_ticket_counts_as_solved_holds_from_its_instant() {
        SlaRules patient = FOUR_HOURS.withEnds(Map.of("posts", new TicketEnd(Duration.ofHours(3), null)));
        SlaRules hasty = FOUR_HOURS.withEnds(Map.of("posts", new TicketEnd(Duration.ofHours(1), null)));
        Story story = new Story().created("09:00", "channel", "posts").reply("09:30");

        assertThat(lines(story, book(patient, "11:00", hasty)))
                .containsExactly(
                        "09:00 total_resolution#1 activate",
                        "11:00 total_resolution#1 fulfil (counts as solved: nothing was said for PT1H)");
    }

    @Test
    void a_ticket_goes_dormant_by_the_rules_of_the_time() {
        SlaRules twoDays = new SlaRules(FOUR_HOURS.policies(), Map.of(), Duration.ofDays(2), SlaRules.LOG_CAP);
        TicketState solved =
                new Story().created("09:00").status("10:00", "solved").waiting();

        assertThat(dormant(solved, RuleBook.of(FOUR_HOURS))).isEqualTo(at("+7 10:00"));
        assertThat(dormant(solved, book(FOUR_HOURS, "+1 10:00", twoDays))).isEqualTo(at("+2 10:00"));
        assertThat(dormant(solved, book(FOUR_HOURS, "+5 10:00", twoDays))).isEqualTo(at("+5 10:00"));
        assertThat(dormant(solved, book(twoDays, "+1 10:00", FOUR_HOURS))).isEqualTo(at("+7 10:00"));
        assertThat(dormant(solved, book(twoDays, "+3 10:00", FOUR_HOURS))).isEqualTo(at("+2 10:00"));
    }

    @Test
    void a_ticket_waits_for_the_change_only_when_it_has_something_to_say_then() {
        RuleBook book = book(FOUR_HOURS, "10:00", TWO_HOURS).with(version("10:30", TWO_HOURS));
        TicketAdvance before =
                TicketHistory.advance(new Story().created("09:00").waiting(), book, at("09:30"));
        TicketAdvance after = TicketHistory.advance(before.state(), book, at("10:00"));

        assertThat(before.next()).contains(at("10:00"));
        assertThat(after.next()).contains(at("11:00:00.001"));
    }

    @Test
    void a_version_of_the_same_id_takes_the_place_of_the_other() {
        RuleBook book = book(FOUR_HOURS, "10:00", TWO_HOURS).with(new RuleVersion("v10:00", at("11:00"), NOTHING));

        assertThat(book.versions()).hasSize(2);
        assertThat(book.rulesAt(at("10:30"))).isEqualTo(FOUR_HOURS);
        assertThat(book.rulesAt(at("11:00"))).isEqualTo(NOTHING);
        assertThat(book.nextChangeAfter(at("10:00"))).contains(at("11:00"));
        assertThat(book.nextChangeAfter(at("11:00"))).isEmpty();
    }

    @Test
    void a_book_without_rules_is_refused() {
        assertThatThrownBy(() -> new RuleBook(List.of())).hasMessageContaining("at least one version");
    }

    private static SlaRules business(String calendar, String option) {
        return Promises.of("[{name: all, calendar: %s, %s targets: {total_resolution: %s}}]"
                .formatted(calendar, option, OFFICE_THEN));
    }

    private static RuleBook book(SlaRules first, String from, SlaRules then) {
        return RuleBook.of(first).with(version(from, then));
    }

    private static RuleVersion version(String from, SlaRules rules) {
        return new RuleVersion("v" + from, at(from), rules);
    }

    private static List<SlaEvent> unfold(Story story, RuleBook book) {
        return Unfolding.of(story.events(), book, Instant.MAX).events();
    }

    private static List<String> lines(Story story, RuleBook book) {
        return unfold(story, book).stream().map(Story::line).toList();
    }

    private static Instant dormant(TicketState state, RuleBook book) {
        TicketAdvance advance = TicketHistory.advance(state, book, at("12:00"));
        while (!advance.state().isDormant()) {
            Instant next = advance.next().orElseThrow();
            advance = TicketHistory.advance(advance.state(), book, next);
            if (advance.state().isDormant()) {
                return next;
            }
        }
        throw new AssertionError("forgotten before noon");
    }
}
