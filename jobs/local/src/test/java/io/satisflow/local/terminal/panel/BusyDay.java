package io.satisflow.local.terminal.panel;

import io.satisflow.local.terminal.TerminalState;
import io.satisflow.wire.Alert;
import io.satisflow.wire.DeadLetter;
import io.satisflow.wire.Metric;
import io.satisflow.wire.SatisfactionRow;
import io.satisflow.wire.SlaEvent;
import io.satisflow.wire.SourcePosition;
import io.satisflow.wire.TicketEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** What a terminal shows on a day on which something is the matter. */
final class BusyDay {
    static final Instant NOW = Instant.parse("2026-03-02T09:30:00Z");

    private BusyDay() {}

    /** Two tickets, a channel, an alert, a dead letter. */
    static TerminalState state() {
        TerminalState state = new TerminalState();
        state.clock.heard("0", NOW.toEpochMilli());
        state.scores.present(row(Map.of("channel", "app"), Duration.ofHours(24)));
        state.scores.present(row(Map.of(), Duration.ofHours(24)));
        state.scores.step(row(Map.of("channel", "app"), Duration.ofMinutes(10)));
        state.tickets.heard(ticket("T-2", Map.of("attributes.subject", "Where?", "to", "mei.lin", "team", "delivery")));
        state.tickets.heard(sla("T-1", "activate", NOW.plus(Duration.ofHours(2))));
        state.tickets.heard(sla("T-2", "warn", NOW.plus(Duration.ofMinutes(5))));
        state.alerts.heard(alert("still waiting"));
        state.heard(new DeadLetter("app", "t", 0, 0L, null, "missing_id", "no id", null));
        return state;
    }

    static SatisfactionRow row(Map<String, String> segment, Duration length) {
        Map<String, Metric> metrics = Map.of(
                "csat",
                        new Metric(
                                60.0, 410L, 55.0, 65.0, 80.0, -28.0, -12.0, null, null, "shown", 0L, null, null, null,
                                null, null),
                "sentiment",
                        new Metric(
                                -0.2, 410L, -0.3, -0.1, 0.5, -0.85, -0.55, null, null, "shown", 0L, null, null, null,
                                null, null));
        return new SatisfactionRow(segment, length.toHours() + "h", NOW.minus(length), NOW, NOW, metrics);
    }

    static TicketEvent ticket(String id, Map<String, String> details) {
        return new TicketEvent(
                id, id + "-1", "tickets", "created", NOW, NOW, details, new SourcePosition("t", 0, 0L, null), null);
    }

    static SlaEvent sla(String ticket, String event, Instant due) {
        return new SlaEvent(
                ticket, "first_reply", 1, event, NOW, NOW, due, 7200.0, "business", 0.0, 0.0, "desk", null, null);
    }

    static Alert alert(String verbatim) {
        return Alert.newBuilder()
                .setId("1")
                .setRule("score drift")
                .setKey("channel=app/sentiment/down")
                .setState("firing")
                .setSince(NOW)
                .setSeverity("warning")
                .setLabels(Map.of("kind", "score", "channel", "app"))
                .setAnnotations(Map.of(
                        "metric",
                        "sentiment",
                        "segment",
                        "channel=app",
                        "direction",
                        "down",
                        "from",
                        "0.50",
                        "to",
                        "-0.20",
                        "drivers",
                        "region=South -0.61",
                        "verbatims",
                        verbatim))
                .setReason("drift down")
                .setAsOf(NOW)
                .build();
    }
}
