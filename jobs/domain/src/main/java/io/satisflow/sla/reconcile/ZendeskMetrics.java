package io.satisflow.sla.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import io.satisflow.sla.clock.Clock;
import io.satisflow.sla.reconcile.ClockVerdict.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Zendesk's metrics by the names of our clocks. */
final class ZendeskMetrics {
    private static final String REPLY = "reply_time";
    private static final Map<String, Clock> CLOCKS = Map.of(
            "first_reply_time", Clock.FIRST_REPLY,
            "next_reply_time", Clock.NEXT_REPLY,
            "agent_work_time", Clock.AGENT_WORK,
            "requester_wait_time", Clock.REQUESTER_WAIT,
            "periodic_update_time", Clock.PERIODIC_UPDATE,
            "pausable_update_time", Clock.PAUSABLE_UPDATE,
            "resolution_time", Clock.TOTAL_RESOLUTION,
            "total_resolution_time", Clock.TOTAL_RESOLUTION,
            "group_ownership_time", Clock.GROUP_OWNERSHIP);

    private ZendeskMetrics() {}

    /** Which promise a metric event is about. Replies count through: the first is the first reply, the others next replies. */
    static Optional<Key> key(JsonNode event) {
        String metric = event.path("metric").asText();
        int instance = event.path("instance_id").asInt(1);
        String ticket = event.path("ticket_id").asText();
        if (metric.equals(REPLY)) {
            return Optional.of(
                    instance <= 1
                            ? new Key(ticket, Clock.FIRST_REPLY, 1)
                            : new Key(ticket, Clock.NEXT_REPLY, instance - 1));
        }
        return Optional.ofNullable(CLOCKS.get(metric)).map(clock -> new Key(ticket, clock, instance));
    }

    /** {@code slas.policy_metrics} of a ticket: how its promises stand now. */
    static List<ClockVerdict> ofPolicies(JsonNode ticket) {
        List<ClockVerdict> verdicts = new ArrayList<>();
        for (JsonNode metric : ticket.at("/slas/policy_metrics")) {
            Clock clock = CLOCKS.get(metric.path("metric").asText());
            if (clock != null) {
                verdicts.add(HelpDeskReport.verdict(
                        ticket.path("id"),
                        clock,
                        outcome(metric),
                        HelpDeskReport.time(metric.path("breach_at")).orElse(null),
                        null));
            }
        }
        return verdicts;
    }

    private static Outcome outcome(JsonNode metric) {
        boolean late = metric.path("minutes").asLong() < 0
                || metric.path("hours").asLong() < 0
                || metric.path("days").asLong() < 0;
        return HelpDeskReport.outcome(late, metric.path("stage").asText().equals("achieved"));
    }
}
