package io.satisflow.sla.dryrun;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.config.ConfigFile;
import io.satisflow.sla.TicketEventRefusal;
import io.satisflow.sla.clock.Clock;
import io.satisflow.sla.clock.SlaEvent;
import io.satisflow.sla.clock.SlaEventType;
import io.satisflow.sla.dryrun.PromiseOutcome.Miss;
import io.satisflow.sla.policy.PolicyFile;
import io.satisflow.sla.policy.SlaRules;
import io.satisflow.ticket.TicketEvent;
import io.satisflow.ticket.TicketEventType;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DryRunTest {
    private static final SlaRules RULES = new SlaRules(new PolicyFile(Map.of())
            .read(ConfigFile.parse(
                    "p.yaml",
                    "policies: [{name: all, targets: {"
                            + "first_reply: {target: 2h, time: wall, warn: [30m]}, "
                            + "total_resolution: {target: 8h, time: wall, warn: []}}}]")));

    private final List<TicketEvent> events = new ArrayList<>();

    @Test
    void time_stands_still_at_the_end_and_goes_on_as_far_as_it_is_told() {
        happened("T1", "10:00", TicketEventType.CREATED);

        assertThat(lines(at("10:00")))
                .containsExactly("10:00 T1 first_reply activate", "10:00 T1 total_resolution activate");
        assertThat(lines(at("12:00"))).contains("11:30 T1 first_reply warn").noneMatch(line -> line.contains("breach"));
        assertThat(lines(at("12:00").plusMillis(1))).contains("12:00:00.001 T1 first_reply breach");
    }

    @Test
    void what_happened_after_the_end_is_left_out() {
        happened("T1", "10:00", TicketEventType.CREATED);
        happened("T1", "10:30", TicketEventType.AGENT_REPLY);

        DryRun run = DryRun.of(events, RULES, at("10:15"));

        assertThat(run.used()).isEqualTo(1);
        assertThat(run.said()).noneMatch(said -> said.type() == SlaEventType.FULFIL);
    }

    @Test
    void any_order_of_the_events_gives_the_same_words_in_the_order_of_time() {
        Random random = new Random(5);
        for (int ticket = 0; ticket < 40; ticket++) {
            int start = random.nextInt(600);
            TicketEventType[] types = {
                TicketEventType.CREATED, TicketEventType.CUSTOMER_MESSAGE, TicketEventType.AGENT_REPLY
            };
            for (TicketEventType type : types) {
                events.add(event("T" + ticket, at("00:00").plusSeconds(60L * start), type));
                start += random.nextInt(200);
            }
        }
        List<SlaEvent> inOrder = DryRun.of(events, RULES, at("23:00")).said();

        assertThat(inOrder).extracting(SlaEvent::at).isSorted();
        for (int round = 0; round < 20; round++) {
            Collections.shuffle(events, random);
            assertThat(DryRun.of(events, RULES, at("23:00")).said()).isEqualTo(inOrder);
        }
    }

    @Test
    void a_redelivered_event_is_handed_back_and_a_ticket_without_its_creation_is_adopted() {
        happened("T1", "10:00", TicketEventType.CREATED);
        happened("T1", "10:00", TicketEventType.CREATED);
        happened("T2", "10:00", TicketEventType.AGENT_REPLY);

        DryRun run = DryRun.of(events, RULES, at("10:00").plus(Duration.ofDays(8)));

        assertThat(run.refused())
                .extracting(refused -> refused.event().ticket() + " " + refused.reason())
                .containsExactly("T1 " + TicketEventRefusal.DUPLICATE);
        assertThat(run.tickets()).isEqualTo(2);
        assertThat(run.used()).isEqualTo(2);
    }

    @Test
    void outcomes_say_what_was_met_missed_and_warned_and_name_the_worst_miss() {
        happened("in time", "10:00", TicketEventType.CREATED);
        happened("in time", "10:20", TicketEventType.AGENT_REPLY);
        happened("after a warning", "10:00", TicketEventType.CREATED);
        happened("after a warning", "11:45", TicketEventType.AGENT_REPLY);
        happened("late", "10:00", TicketEventType.CREATED);
        happened("late", "15:30", TicketEventType.AGENT_REPLY);
        happened("never", "10:00", TicketEventType.CREATED);
        happened("running", "15:00", TicketEventType.CREATED);

        assertThat(outcomes(at("16:00")))
                .filteredOn(outcome -> outcome.clock() == Clock.FIRST_REPLY)
                .singleElement()
                .satisfies(outcome -> {
                    assertThat(outcome.policy()).isEqualTo("all");
                    assertThat(outcome.met()).isEqualTo(2);
                    assertThat(outcome.missed()).isEqualTo(2);
                    assertThat(outcome.running()).isEqualTo(1);
                    assertThat(outcome.warned()).isEqualTo(3);
                    assertThat(outcome.shareMet()).hasValue(0.5);
                    assertThat(outcome.worst()).contains(new Miss("never", at("12:00"), null, Duration.ofHours(4)));
                });
    }

    @Test
    void a_reopened_ticket_is_still_running_however_often_it_was_solved() {
        happened("T1", "10:00", TicketEventType.CREATED);
        solved("T1", "11:00");
        happened("T1", "12:00", TicketEventType.CUSTOMER_MESSAGE);

        assertThat(resolution(at("12:00")).running()).isEqualTo(1);
        solved("T1", "12:30");
        assertThat(resolution(at("13:00")).met()).isEqualTo(1);
    }

    @Test
    void a_breach_that_a_late_event_disproves_is_no_miss() {
        happened("T1", "10:00", TicketEventType.CREATED);
        events.add(event("T1", at("10:30"), TicketEventType.AGENT_REPLY).withKnownAt(at("14:00")));

        assertThat(lines(at("14:00")))
                .contains("12:00:00.001 T1 first_reply breach", "12:00:00.001 T1 first_reply retract");
        assertThat(outcomes(at("14:00")))
                .filteredOn(outcome -> outcome.clock() == Clock.FIRST_REPLY)
                .singleElement()
                .satisfies(outcome -> {
                    assertThat(outcome.met()).isEqualTo(1);
                    assertThat(outcome.missed()).isZero();
                    assertThat(outcome.warned()).as("taken back as well").isZero();
                });
    }

    private void happened(String ticket, String time, TicketEventType type) {
        events.add(event(ticket, at(time), type));
    }

    private void solved(String ticket, String time) {
        TicketEvent plain = event(ticket, at(time), TicketEventType.STATUS);
        events.add(new TicketEvent(
                ticket, plain.id(), plain.type(), plain.occurredAt(), plain.knownAt(), Map.of("status", "solved")));
    }

    private static TicketEvent event(String ticket, Instant at, TicketEventType type) {
        return new TicketEvent(ticket, type + " " + at, type, at, at, Map.of());
    }

    private List<String> lines(Instant until) {
        return DryRun.of(events, RULES, until).said().stream()
                .map(said -> "%s %s %s %s"
                        .formatted(
                                said.at().toString().replaceAll("^.*T|(:00)?Z$", ""),
                                said.ticket(),
                                said.clock().wireName(),
                                said.type().wireName()))
                .toList();
    }

    private PromiseOutcome resolution(Instant until) {
        return outcomes(until).stream()
                .filter(outcome -> outcome.clock() == Clock.TOTAL_RESOLUTION)
                .findFirst()
                .orElseThrow();
    }

    private List<PromiseOutcome> outcomes(Instant until) {
        PromiseOutcomes outcomes = new PromiseOutcomes();
        DryRun.of(events, RULES, until).said().forEach(outcomes::add);
        return outcomes.upTo(until);
    }

    private static Instant at(String time) {
        return Instant.parse("2026-03-02T%s:00Z".formatted(time));
    }
}
