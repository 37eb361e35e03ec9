package io.satisflow.local.cli.alerts.live;

import io.satisflow.config.DurationText;
import io.satisflow.flink.io.KafkaConnection;
import io.satisflow.local.cli.option.EngineAddress;
import io.satisflow.local.cli.option.InstantText;
import io.satisflow.local.cli.option.UsageException;
import io.satisflow.local.terminal.VisibleText;
import io.satisflow.wall.state.AlertBoard;
import io.satisflow.wall.topics.WallWriter;
import io.satisflow.wire.AlertControl;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code alerts silence}: what nobody wants to be told for a while. */
@Command(
        mixinStandardHelpOptions = true,
        name = "silence",
        header = "What nobody wants to be told for a while.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            AlertsSilenceCommand.Add.class,
            AlertsSilenceCommand.ListAll.class,
            AlertsSilenceCommand.Expire.class
        })
public final class AlertsSilenceCommand {

    @Command(
            mixinStandardHelpOptions = true,
            name = "add",
            header = "Holds back alerts with these labels; what still fires at its end is told then.",
            footer = {
                "",
                "Example:",
                "  ./satisflow alerts silence add --dir live --match rule=\"sla warning\",team=delivery --for 2h \\",
                "      --comment \"depot moves\""
            })
    static final class Add implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Mixin
        private EngineAddress engine;

        @Mixin
        private MatchOption match;

        @Option(names = "--from", paramLabel = "T", description = "when it begins (default: now, in engine time)")
        private @Nullable String from;

        @Option(names = "--until", paramLabel = "T", description = "when it ends; or --for")
        private @Nullable String until;

        @Option(names = "--for", paramLabel = "TIME", description = "how long it holds, such as 2h; or --until")
        private @Nullable String length;

        @Mixin
        private SaidBy said;

        @Override
        public Integer call() throws IOException {
            if ((until == null) == (length == null)) {
                throw new UsageException("Until when? Give either --for TIME or --until T");
            }
            KafkaConnection kafka = engine.kafka(engine.settings());
            Instant now = LiveAlerts.read(kafka).now();
            Instant start = from == null ? now : InstantText.parse("--from", from);
            AlertControl silence = silence(now, start);
            try (WallWriter writer = new WallWriter(kafka)) {
                writer.ensureTopics();
                writer.write(silence);
            }
            spec.commandLine().getOut().println(silence.getId());
            spec.commandLine().getErr().printf("Silent from %s until %s%n", start, silence.getEndsAt());
            return 0;
        }

        private AlertControl silence(Instant now, Instant start) {
            try {
                Instant end = until == null
                        ? start.plus(DurationText.parse(length == null ? "" : length))
                        : InstantText.parse("--until", until);
                return said.words(now).silence(match.labels(), start, end);
            } catch (IllegalArgumentException e) {
                throw new UsageException(String.valueOf(e.getMessage()));
            }
        }
    }

    @Command(mixinStandardHelpOptions = true, name = "list", header = "The silences that hold, or will.")
    static final class ListAll implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Mixin
        private EngineAddress engine;

        @Option(names = "--all", description = "those that are over too")
        private boolean all;

        @Override
        public Integer call() throws IOException {
            LiveAlerts live = LiveAlerts.read(engine.kafka(engine.settings()));
            List<AlertControl> silences = live.board()
                    .silences()
                    .filter(silence -> all
                            || silence.getEndsAt() == null
                            || silence.getEndsAt().isAfter(live.now()))
                    .toList();
            silences.forEach(silence -> spec.commandLine().getOut().println(line(silence, live.now())));
            spec.commandLine().getErr().printf("%d silences, engine time %s%n", silences.size(), live.now());
            return 0;
        }

        private static String line(AlertControl silence, Instant now) {
            String labels = silence.getMatchers().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey())
                    .map(label -> label.getKey() + "=" + label.getValue())
                    .collect(Collectors.joining(","));
            Instant start = silence.getStartsAt() == null ? silence.getEffectiveAt() : silence.getStartsAt();
            return VisibleText.of("%s  %s  %s - %s  %s  %s: %s"
                    .formatted(
                            silence.getId(),
                            AlertBoard.isActive(silence, now) ? "holds" : start.isAfter(now) ? "later" : "over ",
                            start,
                            AlertLine.until(silence),
                            labels,
                            silence.getAuthor(),
                            silence.getComment()));
        }
    }

    @Command(
            mixinStandardHelpOptions = true,
            name = "expire",
            header = "Ends a silence early; what it held back and still fires is told.")
    static final class Expire implements Callable<Integer> {
        @Spec
        private CommandSpec spec;

        @Mixin
        private EngineAddress engine;

        @Parameters(paramLabel = "ID", description = "of the silence, or the beginning of it")
        private String id;

        @Mixin
        private SaidBy said;

        @Override
        public Integer call() throws IOException {
            KafkaConnection kafka = engine.kafka(engine.settings());
            LiveAlerts live = LiveAlerts.read(kafka);
            List<AlertControl> found = live.board()
                    .silences()
                    .filter(silence -> silence.getId().startsWith(id))
                    .toList();
            if (found.size() != 1) {
                throw new UsageException("%s: %s; see ./satisflow alerts silence list --all"
                        .formatted(id, found.isEmpty() ? "there is no such silence" : "several silences begin so"));
            }
            try (WallWriter writer = new WallWriter(kafka)) {
                writer.write(said.words(live.now()).expiry(found.get(0).getId()));
            }
            spec.commandLine().getOut().printf("%s ends at %s%n", found.get(0).getId(), live.now());
            return 0;
        }
    }
}
