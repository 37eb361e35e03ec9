package io.satisflow.local.terminal.panel;

import io.satisflow.alerts.lifecycle.Phase;
import io.satisflow.alerts.notice.NoticeText;
import io.satisflow.alerts.receiver.Language;
import io.satisflow.alerts.rule.Fact;
import io.satisflow.alerts.rule.Severity;
import io.satisflow.drift.signal.Driver;
import io.satisflow.local.terminal.AlertBoard;
import io.satisflow.local.terminal.TerminalState;
import io.satisflow.local.terminal.VisibleText;
import io.satisflow.wire.Alert;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The alerts on scores: what moved, why, and in a customer's words. Those on tickets as a number. */
final class AlertPanel {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final AlertBoard alerts;
    private final Instant now;
    private final ZoneId zone;
    private final Words words;
    private final NoticeText text;

    AlertPanel(TerminalState state, Instant now, Words words, Language language) {
        this.alerts = state.alerts;
        this.now = now;
        this.zone = state.zone();
        this.words = words;
        this.text = new NoticeText(language);
    }

    /**
     * @param most alerts that are shown one by one
     * @param withReasons whether there is room for what moved them and who said what
     */
    List<String> lines(int most, boolean withReasons) {
        List<String> lines = new ArrayList<>();
        lines.add(words.say(
                "alerts",
                alerts.onScores("pending", now),
                alerts.onScores("firing", now) + alerts.onScores("recovering", now),
                alerts.onScores("resolved", now),
                alerts.onTickets(),
                alerts.notifications()));
        List<Alert> shown = alerts.onScores(now, most);
        if (shown.isEmpty()) {
            lines.add("  " + words.say("none"));
        }
        shown.forEach(alert -> {
            lines.add(line(alert));
            if (withReasons) {
                addReasons(alert, lines);
            }
        });
        return lines;
    }

    private String line(Alert alert) {
        boolean lasts = AlertBoard.ACTIVE.contains(alert.getState());
        return "%s %s %s  %s"
                .formatted(
                        lasts ? " !" : " ✓",
                        words.word("state", alert.getState()),
                        times(alert),
                        VisibleText.of(said(alert).getOrDefault("summary", alert.getKey())));
    }

    private void addReasons(Alert alert, List<String> lines) {
        Map<String, String> facts = alert.getAnnotations();
        Map<String, String> said = said(alert);
        if (facts.containsKey(Fact.DRIVERS)) {
            lines.add("     " + words.say("drivers", VisibleText.of(drivers(facts.getOrDefault(Fact.DRIVERS, "")))));
        }
        if (said.containsKey("spoken_of")) {
            lines.add("     " + VisibleText.of(said.getOrDefault("spoken_of", "")));
        }
        String verbatim = facts.getOrDefault(Fact.VERBATIMS, "").split("\n", -1)[0];
        if (!verbatim.isEmpty()) {
            lines.add("     " + words.say("verbatim", VisibleText.of(verbatim)));
        }
    }

    /** The parts that are no values of the feedback have words of their own. */
    private String drivers(String named) {
        return named.replace(Driver.RHYTHM, words.word("driver", "rhythm"))
                .replace(Driver.OTHER, words.word("driver", "other"));
    }

    private String times(Alert alert) {
        Instant ended = alert.getEndedAt();
        return ended == null
                ? words.say("since", minute(alert.getSince()))
                : words.say("until", minute(alert.getSince()), minute(ended));
    }

    private String minute(Instant at) {
        return MINUTE.format(at.atZone(zone));
    }

    /** In the reader's language, whatever the engine was set to. */
    private Map<String, String> said(Alert alert) {
        return text.annotations(new io.satisflow.alerts.lifecycle.Alert(
                alert.getRule(),
                alert.getKey(),
                Phase.valueOf(alert.getState().toUpperCase(Locale.ROOT)),
                alert.getSince(),
                alert.getEndedAt(),
                Severity.valueOf(alert.getSeverity().toUpperCase(Locale.ROOT)),
                alert.getLabels(),
                alert.getAnnotations(),
                alert.getReason(),
                alert.getInhibitedBy(),
                alert.getAsOf()));
    }
}
