package io.satisflow.sla.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import io.satisflow.sla.clock.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Zammad's tickets: escalation times are due times, and the differences in minutes are negative when it was too late. */
final class ZammadEscalations {
    private ZammadEscalations() {}

    static List<ClockVerdict> of(JsonNode ticket) {
        List<ClockVerdict> verdicts = new ArrayList<>();
        add(verdicts, ticket, Clock.FIRST_REPLY, "first_response", "first_response_at");
        add(verdicts, ticket, Clock.NEXT_REPLY, "update", "last_contact_agent_at");
        add(verdicts, ticket, Clock.TOTAL_RESOLUTION, "close", "close_at");
        return verdicts;
    }

    private static void add(List<ClockVerdict> verdicts, JsonNode ticket, Clock clock, String name, String done) {
        Optional<Instant> due = HelpDeskReport.time(ticket.path(name + "_escalation_at"));
        JsonNode minutesLeft = ticket.path(name + "_diff_in_min");
        if (due.isEmpty() && !minutesLeft.isNumber()) {
            return;
        }
        Optional<Instant> doneAt = HelpDeskReport.time(ticket.path(done));
        boolean late = minutesLeft.isNumber() && minutesLeft.asLong() < 0;
        verdicts.add(HelpDeskReport.verdict(
                ticket.path("id"),
                clock,
                HelpDeskReport.outcome(late, minutesLeft.isNumber()),
                due.orElse(null),
                doneAt.orElse(null)));
    }
}
