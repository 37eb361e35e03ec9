package io.satisflow.local.cli.bench;

import io.satisflow.local.chaos.Chaos;
import io.satisflow.local.chaos.Chaos.Outcome;
import io.satisflow.local.chaos.StoryFile;
import io.satisflow.local.cli.option.DirectoryOption;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench stories}: do clocks survive a kill amid whatever tickets do? */
@Command(
        mixinStandardHelpOptions = true,
        name = "stories",
        header = "Tickets of all kinds of stories, killed amid each of them: do their clocks say the same?",
        description = {
            "Makes up tickets that are handed over, reopened, merged, adopted, that come back after months, that robots and",
            "mail loops write to, and kills a replay of them as `chaos` does, when each stands at another of its events.",
            "Exit code 0 when the committed records of every topic are the same, byte for byte; 1 when not."
        },
        footer = {"", "Example:", "  ./satisflow bench stories --dir /tmp/stories"})
final class BenchStoriesCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private DirectoryOption.Fresh directory;

    @Option(
            names = "--speed",
            defaultValue = "150/s",
            paramLabel = "150/s",
            description = "of the runs that are killed: slow enough for some checkpoints (default: 150/s)")
    private String speed;

    @Override
    public Integer call() throws Exception {
        Path folder = directory.path();
        StoryFile.Place stories = StoryFile.write(folder.resolve("stories"));
        PrintWriter out = spec.commandLine().getOut();
        List<Outcome> outcomes =
                new Chaos(stories.replayArguments(), folder, speed).run(outcome -> print(out, outcome));
        boolean same = outcomes.stream().allMatch(outcome -> outcome.differing().isEmpty());
        out.printf(
                Locale.ROOT,
                "%,d events of %d stories: %s%n",
                stories.rows(),
                stories.count(),
                same ? "the same records whatever was killed." : "the records DIFFER.");
        return same ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private static void print(PrintWriter out, Outcome outcome) {
        out.printf(
                Locale.ROOT,
                "%-34s %d subtasks, %d checkpoints: %s%n",
                outcome.disturbance(),
                outcome.parallelism(),
                outcome.checkpoints(),
                outcome.differing().isEmpty() ? "identical" : "DIFFER in " + outcome.differing());
        out.flush();
    }
}
