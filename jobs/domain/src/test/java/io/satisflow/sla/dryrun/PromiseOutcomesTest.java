package io.satisflow.sla.dryrun;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.config.ConfigFile;
import io.satisflow.sla.clock.SlaEvent;
import io.satisflow.sla.policy.PolicyFile;
import io.satisflow.sla.policy.SlaRules;
import io.satisflow.ticket.TicketEvent;
import io.satisflow.ticket.TicketEventType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PromiseOutcomesTest {
    private static final Instant CREATED = Instant.parse("2026-09-07T08:00:00Z");

    @Test
    void what_was_never_done_is_late_until_it_was_cancelled_and_not_until_the_end_of_the_telling() {
        SlaRules rules = new SlaRules(new PolicyFile(Map.of()).read(ConfigFile.parse("policies.yaml", """
                policies:
                  - {name: all, targets: {first_reply: {target: 1h, time: wall}}}
                """)));
        DryRun run = DryRun.of(
                List.of(
                        event("e1", TicketEventType.CREATED, CREATED, Map.of()),
                        event(
                                "e2",
                                TicketEventType.STATUS,
                                CREATED.plus(Duration.ofHours(5)),
                                Map.of("status", "closed"))),
                rules,
                CREATED.plus(Duration.ofDays(30)));
        PromiseOutcomes outcomes = new PromiseOutcomes();
        run.said().forEach(outcomes::add);

        assertThat(outcomes.upTo(CREATED.plus(Duration.ofDays(30))))
                .singleElement()
                .satisfies(outcome ->
                        assertThat(outcome.worst().orElseThrow().late()).isEqualTo(Duration.ofHours(4)));
    }

    @Test
    void the_worst_of_several_that_are_equally_late_is_the_same_in_whatever_order_they_are_heard() {
        List<SlaEvent> one = missed("T1");
        List<SlaEvent> other = missed("T2");
        assertThat(worst(one, other)).isEqualTo("T1");
        assertThat(worst(other, one)).isEqualTo("T1");
    }

    private static List<SlaEvent> missed(String ticket) {
        SlaRules rules = new SlaRules(new PolicyFile(Map.of()).read(ConfigFile.parse("policies.yaml", """
                policies:
                  - {name: all, targets: {first_reply: {target: 1h, time: wall}}}
                """)));
        return DryRun.of(
                        List.of(new TicketEvent(ticket, "e1", TicketEventType.CREATED, CREATED, CREATED, Map.of())),
                        rules,
                        CREATED.plus(Duration.ofDays(1)))
                .said();
    }

    private static String worst(List<SlaEvent> earlier, List<SlaEvent> later) {
        PromiseOutcomes outcomes = new PromiseOutcomes();
        earlier.forEach(outcomes::add);
        later.forEach(outcomes::add);
        return outcomes.upTo(CREATED.plus(Duration.ofDays(1)))
                .get(0)
                .worst()
                .orElseThrow()
                .ticket();
    }

    private static TicketEvent event(String id, TicketEventType type, Instant at, Map<String, String> details) {
        return new TicketEvent("T1", id, type, at, at, details);
    }
}
