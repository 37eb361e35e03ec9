package io.satisflow.local.replay;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.satisflow.wire.Alert;
import io.satisflow.wire.DeadLetter;
import io.satisflow.wire.DriftSignal;
import io.satisflow.wire.Feedback;
import io.satisflow.wire.Notification;
import io.satisflow.wire.ScoredFeedback;
import io.satisflow.wire.SlaEvent;
import io.satisflow.wire.SourcePosition;
import io.satisflow.wire.TicketEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The books of a replay, kept from the committed records alone: every row is accepted, in at least one canonical
 * record, or is exactly one dead letter.
 */
final class ReplaySummary {
    private static final ObjectMapper MAPPER = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Set<String> accepted = new HashSet<>();
    private final Map<String, Integer> deadLetters = new TreeMap<>();
    private final Map<String, Integer> refusedTicketEvents = new TreeMap<>();
    private final Map<String, Integer> ticketEventTypes = new TreeMap<>();
    private final Map<String, Integer> slaEventTypes = new TreeMap<>();
    private final Map<String, Integer> sentiments = new TreeMap<>();
    private final Map<String, Integer> driftSignals = new TreeMap<>();
    private final Map<String, Integer> alertStates = new TreeMap<>();
    private final Map<String, Integer> notifications = new TreeMap<>();
    private final Set<String> tickets = new HashSet<>();
    private final SlaOutcomes outcomes = new SlaOutcomes();
    private int feedback;

    void add(Feedback record) {
        feedback++;
        accepted.add(position(record.getSource()));
    }

    void add(TicketEvent record) {
        tickets.add(record.getTicket());
        count(ticketEventTypes, record.getType());
        accepted.add(position(record.getSource()));
    }

    /** Comes after feedback and ticket events: the clocks' refusals are of rows that intake has accepted. */
    void add(DeadLetter letter) {
        String position = position(letter.getTopic(), letter.getPartition(), letter.getOffset());
        count(accepted.contains(position) ? refusedTicketEvents : deadLetters, letter.getReason());
    }

    /** Counted by label; feedback without a text has none. */
    void add(ScoredFeedback scored) {
        if (scored.getSentiment() != null) {
            count(sentiments, scored.getSentiment().getLabel());
        }
    }

    void add(DriftSignal signal) {
        count(driftSignals, signal.getMetric());
    }

    void add(Alert alert) {
        count(alertStates, alert.getState());
    }

    void add(Notification notification) {
        count(notifications, notification.getReason());
    }

    void add(SlaEvent record) {
        count(slaEventTypes, record.getEvent());
        outcomes.add(record);
    }

    /** Whether every row that was fed is accounted for. */
    boolean isBalanced(long rows) {
        return rows == accepted.size() + total(deadLetters);
    }

    ObjectNode toJson(ReplayOptions options, FeedPlan plan) {
        ObjectNode summary = MAPPER.createObjectNode();
        summary.put("file", String.valueOf(options.file().getFileName()));
        summary.put("until", plan.end().toString());
        summary.put("rows", plan.rowCount());
        summary.put("accepted", accepted.size());
        summary.put("balanced", isBalanced(plan.rowCount()));
        summary.set("dead_letters", counted(deadLetters, "by_reason"));
        summary.put("feedback", feedback);
        summary.put("tickets", tickets.size());
        summary.set("ticket_events", counted(ticketEventTypes, "by_type"));
        summary.set("refused_ticket_events", counted(refusedTicketEvents, "by_reason"));
        summary.set("sla_events", counted(slaEventTypes, "by_event"));
        outcomes.toJson(summary.putArray("clocks"), plan.end());
        summary.set("sentiment", counted(sentiments, "by_label"));
        summary.set("drift_signals", counted(driftSignals, "by_metric"));
        summary.set("alerts", counted(alertStates, "by_state"));
        summary.set("notifications", counted(notifications, "by_reason"));
        return summary;
    }

    static void write(ObjectNode summary, Path file) throws IOException {
        MAPPER.writeValue(file.toFile(), summary);
    }

    private static ObjectNode counted(Map<String, Integer> counts, String name) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("total", total(counts));
        node.set(name, MAPPER.valueToTree(counts));
        return node;
    }

    private static int total(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private static void count(Map<String, Integer> counts, String name) {
        counts.merge(name, 1, Integer::sum);
    }

    private static String position(SourcePosition source) {
        return position(source.getTopic(), source.getPartition(), source.getOffset());
    }

    private static String position(String topic, int partition, long offset) {
        return "%s-%d-%d".formatted(topic, partition, offset);
    }
}
