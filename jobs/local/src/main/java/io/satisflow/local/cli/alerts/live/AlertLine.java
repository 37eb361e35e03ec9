package io.satisflow.local.cli.alerts.live;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.satisflow.local.terminal.VisibleText;
import io.satisflow.local.topics.WireJson;
import io.satisflow.wire.Alert;
import io.satisflow.wire.AlertControl;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** An alert, and what people have said to it, for people and for programs. */
record AlertLine(Alert alert, Optional<AlertControl> acknowledged, Optional<AlertControl> silence) {
    static final int SHORT = 12;

    static AlertLine of(LiveAlerts live, Alert alert) {
        return new AlertLine(
                alert, live.board().acknowledgement(alert.getId()), live.board().silenceOf(alert, live.now()));
    }

    /** One line: enough of the id to name it by, where it stands, since when, what it says, and who has it. */
    String text() {
        String id = alert.getId();
        StringBuilder line = new StringBuilder("%-12s  %-10s  %-8s  %s  %s"
                .formatted(
                        id.substring(0, Math.min(SHORT, id.length())),
                        alert.getState(),
                        alert.getSeverity(),
                        since(),
                        VisibleText.of(summary())));
        acknowledged.ifPresent(by -> line.append("  [taken on by %s]".formatted(VisibleText.of(by.getAuthor()))));
        silence.ifPresent(by -> line.append("  [silenced until %s]".formatted(until(by))));
        if (alert.getInhibitedBy() != null) {
            String by = alert.getInhibitedBy();
            line.append("  [said by %s]".formatted(by.substring(0, Math.min(SHORT, by.length()))));
        }
        return line.toString();
    }

    private String since() {
        return alert.getSince().toString().substring(0, 16) + "Z";
    }

    private String summary() {
        return alert.getAnnotations().getOrDefault("summary", alert.getRule() + " " + alert.getKey());
    }

    static String until(AlertControl silence) {
        Instant end = silence.getEndsAt();
        return end == null ? "it is ended" : end.toString();
    }

    /** Everything that is known, a line each. */
    String details() {
        StringBuilder text = new StringBuilder();
        add(text, "id", alert.getId());
        add(text, "rule", alert.getRule());
        add(text, "key", alert.getKey());
        add(text, "state", alert.getState() + " since " + alert.getAsOf() + ": " + alert.getReason());
        add(text, "severity", alert.getSeverity());
        add(text, "started", alert.getSince().toString());
        if (alert.getEndedAt() != null) {
            add(text, "ended", alert.getEndedAt().toString());
        }
        if (alert.getInhibitedBy() != null) {
            add(text, "not told", "alert " + alert.getInhibitedBy() + " says more");
        }
        acknowledged.ifPresent(
                by -> add(text, "taken on", "%s at %s %s".formatted(by.getAuthor(), by.getAt(), by.getComment())));
        silence.ifPresent(by -> add(
                text,
                "silenced",
                "until %s by %s: %s (silence %s)".formatted(until(by), by.getAuthor(), by.getComment(), by.getId())));
        for (Map.Entry<String, String> label : alert.getLabels().entrySet()) {
            add(text, "label " + label.getKey(), label.getValue());
        }
        add(text, "summary", summary());
        String description = alert.getAnnotations().getOrDefault("description", "");
        for (String line : description.split("\n", -1)) {
            add(text, "", line);
        }
        return text.toString().stripTrailing();
    }

    private static void add(StringBuilder text, String name, String value) {
        text.append("%-16s %s%n".formatted(name, VisibleText.of(value.strip())));
    }

    ObjectNode json() {
        ObjectNode json = WireJson.object(alert);
        acknowledged.ifPresent(by -> json.set("acknowledged", WireJson.object(by)));
        silence.ifPresent(by -> json.put("silenced_by", by.getId()));
        return json;
    }
}
