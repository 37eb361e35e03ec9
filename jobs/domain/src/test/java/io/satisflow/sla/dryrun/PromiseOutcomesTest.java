package io.satisflow.sla.dryrun;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.config.ConfigFile;
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

    private static TicketEvent event(String id, TicketEventType type, Instant at, Map<String, String> details) {
        return new TicketEvent("T1", id, type, at, at, details);
    }
}
