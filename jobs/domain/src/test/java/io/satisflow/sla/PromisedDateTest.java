package io.satisflow.sla;

import static io.satisflow.sla.Promises.lines;
import static io.satisflow.sla.Promises.unfold;
import static io.satisflow.sla.Story.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.sla.clock.SlaEvent;
import io.satisflow.sla.clock.TimeBasis;
import io.satisflow.sla.policy.SlaRules;
import io.satisflow.ticket.TicketEventType;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The clock of a date that an agent has promised to a customer. */
class PromisedDateTest {
    private static final SlaRules RULES = Promises.toAll("promise: {warn: [50%, 30m]}");

    @Test
    void a_promise_is_due_at_the_promised_date_and_its_warnings_are_shares_of_the_time_until_then() {
        List<SlaEvent> events = unfold(new Story().created("08:00").promise("09:00", "13:00"), RULES);

        assertThat(events.stream().map(Story::line))
                .containsExactly(
                        "09:00 promise#1 activate",
                        "11:00 promise#1 warn (50% left)",
                        "12:30 promise#1 warn (30m left)",
                        "13:00:00.001 promise#1 breach");
        assertThat(events).allSatisfy(event -> {
            assertThat(event.due()).isEqualTo(at("13:00"));
            assertThat(event.target()).isEqualTo(Duration.ofHours(4));
            assertThat(event.time()).isEqualTo(TimeBasis.WALL);
        });
    }

    @Test
    void it_is_kept_by_solving_the_ticket_or_by_what_was_promised() {
        assertThat(lines(new Story().created("08:00").promise("09:00", "13:00").status("10:00", "solved"), RULES))
                .containsExactly("09:00 promise#1 activate", "10:00 promise#1 fulfil");
        assertThat(lines(
                        new Story()
                                .created("08:00")
                                .promise("09:00", "13:00")
                                .event(TicketEventType.ANSWERED, "10:00")
                                .status("10:30", "solved")
                                .status("11:00", "open"),
                        RULES))
                .as("reopening does not take the promise up again")
                .containsExactly("09:00 promise#1 activate", "10:00 promise#1 fulfil");
    }

    @Test
    void a_new_promise_takes_the_place_of_the_old_one_which_is_missed_only_if_it_was_due() {
        assertThat(lines(new Story().created("08:00").promise("09:00", "13:00").promise("10:00", "10:20"), RULES))
                .containsExactly(
                        "09:00 promise#1 activate",
                        "10:00 promise#1 cancel (a new promise takes its place)",
                        "10:00 promise#2 activate",
                        "10:10 promise#2 warn (50% left)",
                        "10:20:00.001 promise#2 breach");
        assertThat(lines(new Story().created("08:00").promise("09:00", "09:10").promise("10:00", "10:20"), RULES))
                .contains("09:10:00.001 promise#1 breach", "10:00 promise#1 cancel (a new promise takes its place)");
    }

    @Test
    void no_pause_moves_a_date() {
        Story story = new Story()
                .created("08:00")
                .promise("09:00", "13:00")
                .status("09:30", "pending")
                .status("12:00", "open");

        assertThat(lines(story, RULES))
                .contains("13:00:00.001 promise#1 breach")
                .noneMatch(line -> line.contains("pause"));
    }

    @Test
    void a_date_that_has_passed_when_it_is_promised_is_missed_at_once() {
        assertThat(lines(new Story().created("08:00").promise("09:00", "08:30"), RULES))
                .containsExactly("09:00 promise#1 activate", "09:00:00.001 promise#1 breach");
    }

    @Test
    void a_promise_without_a_date_has_the_target_of_the_policy_or_nothing() {
        SlaRules rules = Promises.toAll("promise: {target: 1h, time: business, warn: []}");
        Story story = new Story().created("08:00").event(TicketEventType.PROMISE, "08:30");

        assertThat(unfold(story, rules).get(0).due()).isEqualTo(at("10:00"));
        assertThat(lines(story, RULES)).isEmpty();
        assertThat(unfold(new Story().created("08:00").promise("08:30", "20:00"), rules)
                        .get(0)
                        .due())
                .as("a date counts on the wall whatever the target says")
                .isEqualTo(at("20:00"));
    }

    @Test
    void a_promise_on_a_solved_ticket_promises_nothing() {
        assertThat(lines(new Story().created("08:00").status("09:00", "solved").promise("10:00", "11:00"), RULES))
                .isEmpty();
    }
}
