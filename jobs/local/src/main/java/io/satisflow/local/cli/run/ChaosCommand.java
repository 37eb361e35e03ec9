package io.satisflow.local.cli.run;

import io.satisflow.local.chaos.Chaos;
import io.satisflow.local.chaos.Chaos.Outcome;
import io.satisflow.local.chaos.StoryFile;
import io.satisflow.local.cli.option.Installation;
import io.satisflow.local.cli.option.SettingsChoice;
import io.satisflow.local.cli.option.UsageException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code chaos}: is a replay the same after being killed? */
@Command(
        mixinStandardHelpOptions = true,
        name = "chaos",
        header = "Is a replay the same after being killed?",
        description = {
            "Replays a recording undisturbed, with two subtasks, and with a kill -9 of the whole process before the",
            "first checkpoint, in mid run and after the last row, each restarted with another number of subtasks.",
            "Exit code 0 when the committed records of every topic are the same, byte for byte; 1 when not.",
            "--stories takes the place of a recording: tickets of all kinds of stories, from a handover to a mail loop, each",
            "of them amid its story when the process is killed."
        },
        footer = {
            "",
            "Examples:",
            "  ./satisflow chaos --channel helpdesk --file config/samples/helpdesk.jsonl --speed 20/s --dir chaos",
            "  ./satisflow chaos --stories --speed 100/s --dir chaos"
        })
public final class ChaosCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(names = "--channel", paramLabel = "PRESET|MAPPING.yaml", description = "as for replay")
    private @Nullable String channel;

    @Option(names = "--file", paramLabel = "FILE", description = "as for replay")
    private @Nullable Path file;

    @Option(names = "--stories", description = "stories of tickets in the place of --channel and --file")
    private boolean stories;

    @Option(
            names = "--dir",
            required = true,
            paramLabel = "DIR",
            description = "a fresh directory, for one folder a run")
    private Path directory;

    @Option(
            names = "--speed",
            defaultValue = "500/s",
            paramLabel = "500/s",
            description = "of the runs that are killed: slow enough for some checkpoints (default: 500/s)")
    private String speed;

    @Mixin
    private SettingsChoice config;

    @Override
    public Integer call() throws Exception {
        if (Files.exists(directory)) {
            throw new UsageException(
                    "--dir %s: there is something already; name a fresh directory".formatted(directory));
        }
        List<String> replay = stories ? stories() : recording();
        PrintWriter out = spec.commandLine().getOut();
        out.println("disturbance                        subtasks  checkpoints  committed records");
        List<Outcome> outcomes = new Chaos(replay, directory, speed).run(outcome -> print(out, outcome));
        return outcomes.stream().allMatch(outcome -> outcome.differing().isEmpty()) ? 0 : 1;
    }

    private List<String> recording() {
        if (channel == null || file == null) {
            throw new UsageException("Give --channel and --file of a recording, or --stories");
        }
        Path settings = config.path();
        return arguments(Installation.channel(channel, settings), Installation.existing(file, "--file"), settings);
    }

    private List<String> stories() throws IOException {
        if (channel != null || file != null) {
            throw new UsageException("--stories brings its own channel and file; leave out --channel and --file");
        }
        StoryFile.Place told = StoryFile.write(directory.resolve("stories"));
        return arguments(told.mapping(), told.recording(), told.settings());
    }

    private static List<String> arguments(Path mapping, Path recording, Path settings) {
        return List.of(
                "--channel", mapping.toString(), "--file", recording.toString(), "--config", settings.toString());
    }

    private static void print(PrintWriter out, Outcome outcome) {
        out.printf(
                Locale.ROOT,
                "%-34s %8d %12d  %s%n",
                outcome.disturbance(),
                outcome.parallelism(),
                outcome.checkpoints(),
                outcome.differing().isEmpty() ? "identical" : "DIFFER in " + outcome.differing());
        out.flush();
    }
}
