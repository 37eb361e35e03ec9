package io.satisflow.local.cli.run;

import io.satisflow.local.chaos.Chaos;
import io.satisflow.local.chaos.Chaos.Outcome;
import io.satisflow.local.cli.option.ChannelOption;
import io.satisflow.local.cli.option.DirectoryOption;
import io.satisflow.local.cli.option.RecordingOption;
import io.satisflow.local.cli.option.SettingsChoice;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
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
            "Exit code 0 when the committed records of every topic are the same, byte for byte; 1 when not."
        },
        footer = {
            "",
            "Example:",
            "  ./satisflow chaos --channel helpdesk --file config/samples/helpdesk.jsonl --speed 20/s --dir chaos"
        })
public final class ChaosCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ChannelOption channel;

    @Mixin
    private RecordingOption recording;

    @Mixin
    private DirectoryOption.Fresh directory;

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
        Path settings = config.path();
        Path folder = directory.path();
        List<String> replay = new ArrayList<>(List.of(
                "--channel", channel.mapping(settings).toString(),
                "--file", recording.existing().toString(),
                "--config", settings.toString()));
        PrintWriter out = spec.commandLine().getOut();
        out.println("disturbance                        subtasks  checkpoints  committed records");
        List<Outcome> outcomes = new Chaos(replay, folder, speed).run(outcome -> print(out, outcome));
        return outcomes.stream().allMatch(outcome -> outcome.differing().isEmpty()) ? 0 : 1;
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
