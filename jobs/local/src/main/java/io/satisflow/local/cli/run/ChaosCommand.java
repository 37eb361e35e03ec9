package io.satisflow.local.cli.run;

import io.satisflow.local.chaos.Chaos;
import io.satisflow.local.chaos.Chaos.Outcome;
import io.satisflow.local.chaos.live.CampaignOutcome;
import io.satisflow.local.chaos.live.LiveCampaign;
import io.satisflow.local.cli.option.DirectoryOption;
import io.satisflow.local.cli.option.Installation;
import io.satisflow.local.cli.option.LengthText;
import io.satisflow.local.cli.option.LogFile;
import io.satisflow.local.cli.option.SeedOption;
import io.satisflow.local.cli.option.SettingsChoice;
import io.satisflow.local.cli.option.UsageException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code chaos}: could anybody tell afterwards that the engine was killed? */
@Command(
        mixinStandardHelpOptions = true,
        name = "chaos",
        header = "Does a replay, or a live run, lose anything, whatever is done to it?",
        description = {
            "Replays a recording undisturbed, with two subtasks, and with a kill -9 of the whole process before the",
            "first checkpoint, in mid run and after the last row, each restarted with another number of subtasks.",
            "Exit code 0 when the committed records of every topic are the same, byte for byte; 1 when not.",
            "",
            "With --live: feeds a live run from books of its own, and at moments of chance kills it, stops it past all",
            "timeouts, fills its disk, tears its newest checkpoint, edits its settings, and takes its receiver down.",
            "Then reckons. Exit code 0 when nothing was lost, counted twice or told falsely; 1 when something was."
        },
        footer = {
            "",
            "Examples:",
            "  ./satisflow chaos --channel helpdesk --file config/samples/helpdesk.jsonl --speed 20/s --dir chaos",
            "  ./satisflow chaos --live --faults 200 --seed 1 --dir chaos",
            "  ./satisflow chaos --live --faults 200 --within 30m --dir chaos",
            "  ./satisflow chaos --live --faults 0 --rate 200 --for 1h --dir soak"
        })
public final class ChaosCommand implements Callable<Integer> {
    private static final int FASTEST = 5000;

    @Spec
    private CommandSpec spec;

    @Option(names = "--channel", paramLabel = "PRESET|MAPPING.yaml", description = "as for replay")
    private @Nullable String channel;

    @Option(names = "--file", paramLabel = "FILE", description = "as for replay")
    private @Nullable Path file;

    @Mixin
    private DirectoryOption.Fresh directory;

    @Option(
            names = "--speed",
            defaultValue = "500/s",
            paramLabel = "500/s",
            description = "of the runs that are killed: slow enough for some checkpoints (default: 500/s)")
    private String speed;

    @Option(names = "--live", description = "trouble a live run instead of replays")
    private boolean live;

    @Option(names = "--faults", defaultValue = "12", paramLabel = "N", description = "with --live (default: 12)")
    private int faults;

    @Option(
            names = "--within",
            defaultValue = "7d",
            paramLabel = "30m",
            description = "no fault begins later than so long after the start (default: 7d)")
    private String within;

    @Mixin
    private SeedOption seed;

    @Option(
            names = "--rate",
            defaultValue = "20",
            paramLabel = "N",
            description = "records a second that the live run is fed (default: 20)")
    private int rate;

    @Option(
            names = "--for",
            defaultValue = "0s",
            paramLabel = "1h",
            description = "after the faults, watch its memory, disk, files, threads and checkpoints for so long")
    private String quiet;

    @Mixin
    private SettingsChoice config;

    @Override
    public Integer call() throws Exception {
        return live ? troubleLiveRun(directory.path()) : killReplays(directory.path());
    }

    private int troubleLiveRun(Path folder) throws Exception {
        if (faults < 0 || rate < 1 || rate > FASTEST) {
            throw new UsageException("--faults %d --rate %d: expected 0 or more faults, and 1 to %d records a second"
                    .formatted(faults, rate, FASTEST));
        }
        LiveCampaign.Options options = new LiveCampaign.Options(
                folder,
                faults,
                LengthText.parse("--within", within),
                seed.value(),
                rate,
                LengthText.parse("--for", quiet));
        LogFile.in(folder);
        PrintWriter err = spec.commandLine().getErr();
        CampaignOutcome outcome = LiveCampaign.run(options, sentence -> {
            err.printf("%s  %s%n", Instant.now().truncatedTo(ChronoUnit.SECONDS), sentence);
            err.flush();
        });
        outcome.inLines().forEach(spec.commandLine().getOut()::println);
        return outcome.holds() ? 0 : 1;
    }

    private int killReplays(Path folder) throws Exception {
        if (channel == null || file == null) {
            throw new UsageException("--channel and --file say what is replayed; a live run is troubled with --live");
        }
        Path settings = config.path();
        List<String> replay = new ArrayList<>(List.of(
                "--channel", Installation.channel(channel, settings).toString(),
                "--file", Installation.existing(file, "--file").toString(),
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
