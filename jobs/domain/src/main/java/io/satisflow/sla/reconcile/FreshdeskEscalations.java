package io.satisflow.sla.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import io.satisflow.sla.clock.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Freshdesk's tickets: what is escalated was missed, and {@code stats} tell when it was done. */
final class FreshdeskEscalations {
    private FreshdeskEscalations() {}

    static List<ClockVerdict> of(JsonNode ticket) {
        List<ClockVerdict> verdicts = new ArrayList<>();
        add(verdicts, ticket, Clock.FIRST_REPLY, "fr_escalated", "fr_due_by", "first_responded_at");
        add(verdicts, ticket, Clock.NEXT_REPLY, "nr_escalated", "nr_due_by", "agent_responded_at");
        add(verdicts, ticket, Clock.TOTAL_RESOLUTION, "is_escalated", "due_by", "resolved_at");
        return verdicts;
    }

    private static void add(
            List<ClockVerdict> verdicts, JsonNode ticket, Clock clock, String escalated, String dueBy, String done) {
        Optional<Instant> due = HelpDeskReport.time(ticket.path(dueBy));
        // Without a policy there is neither a due time nor an escalation.
        if (!ticket.has(escalated) || (due.isEmpty() && !ticket.path(escalated).asBoolean())) {
            return;
        }
        Optional<Instant> doneAt = HelpDeskReport.time(ticket.at("/stats/" + done));
        boolean missed = ticket.path(escalated).asBoolean();
        verdicts.add(HelpDeskReport.verdict(
                ticket.path("id"),
                clock,
                HelpDeskReport.outcome(missed, doneAt.isPresent()),
                due.orElse(null),
                doneAt.orElse(null)));
    }
}
