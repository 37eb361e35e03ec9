package io.satisflow.flink.sla;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.config.ConfigFile;
import io.satisflow.sla.TicketHistory;
import io.satisflow.sla.TicketState;
import io.satisflow.sla.policy.PolicyFile;
import io.satisflow.sla.policy.SlaRules;
import io.satisflow.ticket.TicketEvent;
import io.satisflow.ticket.TicketEventType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TicketMemoryBytesTest {
    private static final SlaRules RULES =
            new SlaRules(new PolicyFile(Map.of()).read(ConfigFile.parse("policies.yaml", """
                    policies:
                      - name: all
                        targets:
                          first_reply: {target: 2h, time: wall}
                          next_reply: {target: 4h, time: wall}
                          total_resolution: {target: 48h, time: wall}
                    """)));
    private static final Instant OPENED = Instant.parse("2026-01-05T09:00:00Z");

    private TicketState state = TicketState.UNKNOWN;

    @Test
    void a_ticket_that_has_been_over_for_months_takes_a_few_dozen_bytes_and_is_read_as_it_was_written() {
        told(TicketEventType.CREATED, 0, Map.of("channel", "helpdesk", "priority", "high", "team", "billing"));
        told(TicketEventType.AGENT_REPLY, 600, Map.of());
        told(TicketEventType.CUSTOMER_MESSAGE, 4_000, Map.of());
        told(TicketEventType.AGENT_REPLY, 30_000, Map.of());
        told(TicketEventType.STATUS, 30_001, Map.of("status", "solved"));
        TicketState dormant = TicketHistory.advance(state, RULES, OPENED.plusSeconds(90 * 86_400L))
                .state();

        TicketRow row = new TicketRow(
                dormant.advancedTo().toEpochMilli(),
                List.of(OPENED.plusSeconds(400 * 86_400L).toEpochMilli()),
                List.of(),
                dormant.memory());
        byte[] bytes = new TicketRowBytes().encode(row);

        assertThat(new TicketRowBytes().decode(bytes, "T1")).isEqualTo(row);
        assertThat(bytes.length).isLessThan(160);
    }

    private void told(TicketEventType type, long second, Map<String, String> details) {
        Instant at = OPENED.plusSeconds(second);
        state = state.with(new TicketEvent("T1", "event-" + second, type, at, at, details));
    }
}
