package io.satisflow.sla.reconcile;

import com.fasterxml.jackson.databind.JsonNode;
import io.satisflow.sla.clock.Clock;
import io.satisflow.sla.reconcile.ClockVerdict.Key;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a help desk reported of its own promises, read from its records: Zendesk's ticket metric events and the policy
 * metrics of its tickets, Freshdesk's tickets, Chatwoot's applied SLAs, Zammad's tickets. Which it is, the record shows.
 */
public final class HelpDeskReport {
    private final Map<Key, MetricEvents> metricEvents = new LinkedHashMap<>();
    private final List<ClockVerdict> verdicts = new ArrayList<>();
    private int unusable;

    /** Takes a record, or a page of records as APIs give them; what says nothing of a promise is counted. */
    public void add(JsonNode json) {
        JsonNode page = Stream.of("ticket_metric_events", "tickets", "results", "payload", "data")
                .map(json::path)
                .filter(JsonNode::isArray)
                .findFirst()
                .orElse(json);
        if (page.isArray()) {
            page.forEach(this::add);
        } else if (json.path("data").isObject()) {
            add(json.path("data"));
        } else {
            addRecord(json);
        }
    }

    private void addRecord(JsonNode json) {
        if (json.has("metric") && json.has("ticket_id")) {
            ZendeskMetrics.key(json)
                    .ifPresentOrElse(
                            key -> metricEvents
                                    .computeIfAbsent(key, MetricEvents::new)
                                    .add(json),
                            () -> unusable++);
            return;
        }
        boolean ofChatwoot = json.has("applied_sla") || json.has("sla_status");
        List<ClockVerdict> found = ofChatwoot
                ? ChatwootAppliedSla.of(json)
                : ofTicket(json.path("ticket").isObject() ? json.path("ticket") : json);
        verdicts.addAll(found);
        unusable += found.isEmpty() ? 1 : 0;
    }

    private static List<ClockVerdict> ofTicket(JsonNode ticket) {
        if (ticket.at("/slas/policy_metrics").isArray()) {
            return ZendeskMetrics.ofPolicies(ticket);
        }
        boolean ofFreshdesk = ticket.has("fr_escalated") || ticket.has("is_escalated");
        return ofFreshdesk ? FreshdeskEscalations.of(ticket) : ZammadEscalations.of(ticket);
    }

    /** All promises that were told of. */
    public List<ClockVerdict> verdicts() {
        return Stream.concat(
                        verdicts.stream(), metricEvents.values().stream().flatMap(events -> events.verdict().stream()))
                .toList();
    }

    /** How many records said nothing of a promise. */
    public int unusable() {
        return unusable;
    }

    static Optional<Instant> time(JsonNode value) {
        try {
            return value.isTextual()
                    ? Optional.of(OffsetDateTime.parse(value.asText()).toInstant())
                    : Optional.<Instant>empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    static ClockVerdict verdict(
            JsonNode ticket, Clock clock, Outcome outcome, @Nullable Instant due, @Nullable Instant doneAt) {
        return new ClockVerdict(new Key(ticket.asText(), clock, 1), outcome, due, doneAt, (Duration) null);
    }

    static Outcome outcome(boolean missed, boolean done) {
        if (missed) {
            return Outcome.MISSED;
        }
        return done ? Outcome.MET : Outcome.RUNNING;
    }
}
