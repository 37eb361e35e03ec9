package io.satisflow.local.cli.run;

import io.satisflow.channel.record.FileFormat;
import io.satisflow.local.broker.PortInUseException;
import io.satisflow.local.cli.option.ChannelOption;
import io.satisflow.local.cli.option.DirectoryOption;
import io.satisflow.local.cli.option.EngineSizeOptions;
import io.satisflow.local.cli.option.FileOptions;
import io.satisflow.local.cli.option.InstantText;
import io.satisflow.local.cli.option.LogFile;
import io.satisflow.local.cli.option.RecordingOption;
import io.satisflow.local.cli.option.SettingsChoice;
import io.satisflow.local.cli.option.UsageException;
import io.satisflow.local.cli.option.ZonedMapping;
import io.satisflow.local.engine.EmbeddedEngine;
import io.satisflow.local.replay.Replay;
import io.satisflow.local.replay.ReplayOptions;
import io.satisflow.local.replay.ReplayOutcome;
import io.satisflow.local.replay.ReplayProgress;
import io.satisflow.local.replay.feed.Pace;
import io.satisflow.local.terminal.VisibleText;
import io.satisflow.settings.Settings;
import io.satisflow.settings.SettingsFile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code replay}: what was recorded, through the same jobs that run live. */
@Command(
        mixinStandardHelpOptions = true,
        name = "replay",
        header = "Recorded feedback through the jobs: what would have come of it?",
        description = {
            "Feeds recorded feedback to the same jobs that run live, and writes what came of it:",
            "DIR/topics/<topic>.jsonl, the committed records of each topic, and DIR/summary.json.",
            "The same file gives the same rows at any speed and parallelism, and after any crash:",
            "run it again with the same DIR, and it goes on where it stopped."
        },
        footer = {
            "",
            "Examples:",
            "  ./satisflow replay --channel helpdesk --file config/samples/helpdesk.jsonl --dir out",
            "  ./satisflow replay --channel my/reviews.yaml --file march.jsonl --until 2026-03-15T00:00Z --dir march"
        })
public final class ReplayCommand implements Callable<Integer> {
    private static final Pattern SHARE = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3})?)\\s*%?");

    @Spec
    private CommandSpec spec;

    @Mixin
    private ChannelOption channel;

    @Mixin
    private RecordingOption recording;

    @Mixin
    private DirectoryOption.Kept directory;

    @Option(
            names = "--speed",
            defaultValue = "max",
            paramLabel = "max|60x|500/s",
            description = "as fast as it can, so many times faster than life, or rows a second (default: max)")
    private String speed;

    @Option(
            names = "--until",
            paramLabel = "T",
            description =
                    "leave out what occurred later, and let time stop there (default: when every window holds the last row)")
    private @Nullable String until;

    @Mixin
    private EngineSizeOptions size;

    @Mixin
    private SettingsChoice config;

    @Option(
            names = "--brokers",
            paramLabel = "HOST:PORT,...",
            description =
                    "instead of an engine of its own: brokers that run, with the three jobs submitted to read this"
                            + " channel there (see docker/README.md)")
    private @Nullable String brokers;

    @Mixin
    private FileOptions fileOptions;

    @Option(
            names = "--max-refused",
            defaultValue = "20%",
            paramLabel = "SHARE",
            description =
                    "share of the rows, or of the answers to one question, that may be refused before the replay counts as"
                            + " failed (default: 20%%)")
    private String maxRefused;

    @Override
    public Integer call() throws Exception {
        ReplayOptions options = options();
        Settings settings = SettingsFile.read(options.config(), Optional.of(options.channel()));
        PrintWriter err = spec.commandLine().getErr();
        CustomerSecret.remark().ifPresent(err::println);
        MadeFolder made = MadeFolder.at(options.directory());
        LogFile.in(options.directory());
        ReplayProgress progress = new ReplayProgress(err);
        ReplayOutcome outcome;
        try {
            outcome = Replay.run(
                    options.with(fileOptions.over(
                            settings.channels().get(0).mapping().profile().file())),
                    settings,
                    progress);
        } catch (PortInUseException e) {
            made.deleteIfNew();
            throw e;
        }
        spec.commandLine().getOut().println(outcome.summary().toPrettyString());
        outcome.notes().forEach(progress::note);
        outcome.failure().ifPresent(why -> err.println(VisibleText.of(why)));
        progress.finished();
        return outcome.failure().isPresent() ? ExitCode.SOFTWARE : ExitCode.OK;
    }

    private ReplayOptions options() {
        Path settings = config.path();
        EmbeddedEngine.Size engine = size.size();
        if (brokers != null && size.areChosen()) {
            throw new UsageException("--brokers: leave out --parallelism and --kafka-port, which are those of jobs and"
                    + " brokers that run already");
        }
        return new ReplayOptions(
                settings,
                mapping(settings),
                recording.existing(),
                directory.path(),
                pace(),
                Optional.ofNullable(until).map(text -> InstantText.parse("--until", text)),
                Optional.ofNullable(brokers),
                FileFormat.FOUND,
                mostRefused(),
                engine);
    }

    /** The jobs read the mapping from a file, so what is said for this one file alone needs a mapping of its own. */
    private Path mapping(Path settings) {
        Path named = channel.mapping(settings);
        if (fileOptions.zone().isPresent() && brokers != null) {
            throw new UsageException(
                    "--zone: the jobs of --brokers have read their mapping already; write zone: into it");
        }
        return fileOptions
                .zone()
                .map(zone -> ZonedMapping.write(named, zone, directory.path()))
                .orElse(named);
    }

    private double mostRefused() {
        Matcher share = SHARE.matcher(maxRefused);
        if (!share.matches()) {
            throw new UsageException("--max-refused %s: expected a share in percent, such as 5%%, from 0%% to 100%%"
                    .formatted(maxRefused));
        }
        return Math.min(100, Double.parseDouble(share.group(1))) / 100;
    }

    private Pace pace() {
        try {
            return Pace.parse(speed);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--speed: " + e.getMessage());
        }
    }
}
