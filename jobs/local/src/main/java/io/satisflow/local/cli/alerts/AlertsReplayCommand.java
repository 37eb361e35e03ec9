package io.satisflow.local.cli.alerts;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.satisflow.alerts.group.Notice;
import io.satisflow.alerts.replay.AlertReplay;
import io.satisflow.local.cli.option.Installation;
import io.satisflow.local.cli.option.InstantText;
import io.satisflow.local.cli.option.LengthText;
import io.satisflow.local.cli.option.SettingsChoice;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code alerts replay}: whom would these routes have told? */
@Command(
        mixinStandardHelpOptions = true,
        name = "replay",
        header = "Whom would these routes have told of what, when and why?",
        description = {
            "Sends recorded alerts through the routes, groups and intervals of the settings, in event time, and prints",
            "each notification as a JSON line: at, receiver, group, alerts with labels and state, reason. Nobody is told.",
            "",
            "Events are JSON, one object a line, in any order:",
            "  {\"at\":\"2026-03-02T09:00:01Z\",\"labels\":{\"rule\":\"nps falls\",\"team\":\"app\"},\"state\":\"firing\"}",
            "with annotations, startsAt and endsAt where they are known. An alert is known by its labels. Where the file",
            "of settings has a rule of the name in label rule (or alertname), each line is a verdict of that rule: its for,",
            "keep_firing_for, steps (M of N) and flapping hold. --as-they-are takes every line for the alert itself.",
            "A notification of more than ten alerts shows the worst ten and says how many it left out.",
            "",
            "Lines with a kind are what people said meanwhile:",
            "  {\"at\":\"..\",\"kind\":\"silence\",\"id\":\"s1\",\"labels\":{\"team\":\"app\"},\"startsAt\":\"..\",\"endsAt\":\"..\"}",
            "  {\"at\":\"..\",\"kind\":\"expire\",\"id\":\"s1\"}",
            "  {\"at\":\"..\",\"kind\":\"ack\",\"labels\":{\"rule\":\"nps falls\"}}",
            "",
            "A line that cannot be read is told on standard error, the others count, and the exit code is 1."
        },
        footer = {"", "Example:", "  ./satisflow alerts replay --config config/satisflow.yaml --events alerts.jsonl"})
final class AlertsReplayCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private SettingsChoice config;

    @Option(names = "--events", required = true, paramLabel = "FILE", description = "what has fired and was resolved")
    private Path events;

    @Option(
            names = "--until",
            paramLabel = "T",
            description =
                    "let time go on, or stop, there (default: until all is told, and repeated once, after the last"
                            + " event)")
    private @Nullable String until;

    @Option(
            names = "--resolve-timeout",
            paramLabel = "D",
            description = "an alert that is not pushed again for so long is over (default: intervals.resolve_timeout of"
                    + " the settings, or never)")
    private @Nullable String resolveTimeout;

    @Option(
            names = "--as-they-are",
            description = "lines are alerts as they were told, not verdicts of the rules of the settings")
    private boolean asTheyAre;

    @Override
    public Integer call() throws IOException {
        AlertsFile file = AlertsFile.read(config.existing());
        @Nullable Instant stop = until == null ? null : InstantText.parse("--until", until);
        AlertEventFile recorded = AlertEventFile.read(
                Installation.existing(events, "--events"), spec.commandLine().getErr()::println);
        @Nullable
        Duration timeout =
                resolveTimeout == null ? file.resolveTimeout() : LengthText.parse("--resolve-timeout", resolveTimeout);
        List<Notice> notices = new AlertReplay(
                        file.settings().routes(),
                        file.settings().inhibit(),
                        asTheyAre ? Map.of() : file.ownRules(),
                        timeout)
                .notices(recorded.alerts(), recorded.words(), stop);
        notices.forEach(notice -> spec.commandLine().getOut().println(json(notice)));
        spec.commandLine()
                .getErr()
                .printf("%d events, %d notifications%n", recorded.alerts().size(), notices.size());
        return recorded.unreadable() == 0 ? 0 : 1;
    }

    private static ObjectNode json(Notice notice) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("at", notice.at().toString());
        line.put("receiver", notice.receiver());
        put(line.putObject("group"), notice.group());
        ArrayNode alerts = line.putArray("alerts");
        notice.alerts().forEach(alert -> {
            ObjectNode shown = alerts.addObject();
            put(shown.putObject("labels"), alert.labels());
            shown.put("state", alert.phase().isOver() ? "resolved" : "firing");
            shown.put("startsAt", alert.since().toString());
            if (alert.endedAt() != null) {
                shown.put("endsAt", alert.endedAt().toString());
            }
        });
        line.put("reason", notice.reason().wireName());
        if (notice.truncated() > 0) {
            line.put("truncated", notice.truncated());
            ObjectNode counts = line.putObject("counts");
            counts.put("firing", notice.counts().firing());
            counts.put("resolved", notice.counts().resolved());
            if (notice.counts().inhibited() > 0) {
                counts.put("inhibited", notice.counts().inhibited());
            }
            count(counts.putObject("by_team"), notice.counts().byTeam());
            count(counts.putObject("by_clock"), notice.counts().byClock());
            count(counts.putObject("by_hour"), notice.counts().byHour());
        }
        return line;
    }

    private static void put(ObjectNode node, Map<String, String> values) {
        values.forEach(node::put);
    }

    private static void count(ObjectNode node, Map<String, Integer> counts) {
        counts.forEach(node::put);
    }
}
