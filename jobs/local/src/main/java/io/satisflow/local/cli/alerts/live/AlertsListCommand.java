package io.satisflow.local.cli.alerts.live;

import io.satisflow.local.cli.option.EngineAddress;
import io.satisflow.local.cli.option.LengthText;
import io.satisflow.local.cli.option.UsageException;
import io.satisflow.wall.state.AlertBoard;
import io.satisflow.wire.Alert;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code alerts list}: how the alerts of a running engine stand. */
@Command(
        mixinStandardHelpOptions = true,
        name = "list",
        header = "The alerts of a running engine, those that changed last at the end.",
        description = {
            "A line each: the beginning of its id, state, severity, start, what it says, and who has it or what holds it",
            "back. Without options those that last; what is over is shown by --all, or by its state."
        },
        footer = {
            "",
            "Examples:",
            "  ./satisflow alerts list --dir live",
            "  ./satisflow alerts list --dir live --taken-on-for 24h     # taken on a day ago, and not over yet",
            "  ./satisflow alerts list --dir live --match team=delivery --json | jq .annotations.summary"
        })
public final class AlertsListCommand implements Callable<Integer> {
    private static final Set<String> STATES =
            Set.of("inactive", "pending", "firing", "recovering", "resolved", "no_data");

    @Spec
    private CommandSpec spec;

    @Mixin
    private EngineAddress engine;

    @Option(names = "--all", description = "what is over too")
    private boolean all;

    @Option(
            names = "--state",
            split = ",",
            paramLabel = "STATE",
            description = "only these: pending, firing, recovering, no_data, resolved, inactive")
    private List<String> states = List.of();

    @Mixin
    private MatchOption match;

    @Option(
            names = "--taken-on-for",
            paramLabel = "TIME",
            description = "only those that last though somebody has had them for so long, such as 24h")
    private @Nullable String takenOnFor;

    @Option(names = "--json", description = "a JSON line each, with all that is known")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        for (String state : states) {
            if (!STATES.contains(state)) {
                throw new UsageException("--state %s: one of %s".formatted(state, String.join(", ", STATES)));
            }
        }
        Duration old = takenOnFor == null ? Duration.ZERO : LengthText.parse("--taken-on-for", takenOnFor);
        LiveAlerts live = LiveAlerts.read(engine.kafka(engine.settings()));
        List<AlertLine> lines = live.board()
                .alerts()
                .filter(wanted())
                .map(alert -> AlertLine.of(live, alert))
                .filter(line -> takenOnFor == null
                        || line.acknowledged()
                                .filter(by -> !by.getAt().plus(old).isAfter(live.now()))
                                .isPresent())
                .toList();
        lines.forEach(
                line -> spec.commandLine().getOut().println(json ? line.json().toString() : line.text()));
        spec.commandLine().getErr().printf("%d alerts, engine time %s%n", lines.size(), live.now());
        note(live);
        return live.unreadable() == 0 ? 0 : 1;
    }

    private void note(LiveAlerts live) {
        if (live.unreadable() > 0) {
            spec.commandLine()
                    .getErr()
                    .printf("%d records of the topics are none of ours, and left out%n", live.unreadable());
        }
        if (live.board().forgotten() > 0) {
            spec.commandLine()
                    .getErr()
                    .printf(
                            "%d that were over longest ago are left out%n",
                            live.board().forgotten());
        }
    }

    private Predicate<Alert> wanted() {
        return alert -> (states.isEmpty() ? all || !AlertBoard.isOver(alert) : states.contains(alert.getState()))
                && match.matches(alert);
    }
}
