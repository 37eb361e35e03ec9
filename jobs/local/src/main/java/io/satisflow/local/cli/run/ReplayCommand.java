package io.satisflow.local.cli.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.satisflow.local.cli.option.Installation;
import io.satisflow.local.cli.option.InstantText;
import io.satisflow.local.cli.option.LogFile;
import io.satisflow.local.cli.option.UsageException;
import io.satisflow.local.engine.EmbeddedEngine;
import io.satisflow.local.replay.Pace;
import io.satisflow.local.replay.Replay;
import io.satisflow.local.replay.ReplayOptions;
import io.satisflow.local.replay.ReplayProgress;
import io.satisflow.settings.Settings;
import io.satisflow.settings.SettingsFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
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
    private static final int MOST_SUBTASKS = 64;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--channel",
            required = true,
            paramLabel = "PRESET|MAPPING.yaml",
            description =
                    "how to read a record: the name of a preset (helpdesk, zendesk, freshdesk, intercom, chatwoot,"
                            + " zammad, jira, wecom_kf, reviews, survey, support_threads) or a mapping file of your own")
    private String channel;

    @Option(
            names = "--file",
            required = true,
            paramLabel = "FILE",
            description = "the recording: .jsonl, one payload a line, .json, a list of them, or .csv with a header")
    private Path file;

    @Option(
            names = "--dir",
            required = true,
            paramLabel = "DIR",
            description = "for everything the replay keeps and writes; a fresh one, or that of a run to go on with")
    private Path directory;

    @Option(
            names = "--speed",
            defaultValue = "max",
            paramLabel = "max|60x|500/s",
            description = "as fast as it can, so many times faster than life, or rows a second (default: max)")
    private String speed;

    @Option(
            names = "--until",
            paramLabel = "T",
            description = "leave out what occurred later, and let time stop there (default: at the last row)")
    private @Nullable String until;

    @Option(
            names = "--parallelism",
            defaultValue = "1",
            paramLabel = "N",
            description = "subtasks of each step (default: 1)")
    private int parallelism;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "the settings, for policies and calendars (default: config/satisflow.yaml)")
    private @Nullable Path config;

    @Option(
            names = "--kafka-port",
            defaultValue = "0",
            paramLabel = "PORT",
            description = "where the embedded broker listens on 127.0.0.1 (default: any free port)")
    private int kafkaPort;

    @Option(
            names = "--brokers",
            paramLabel = "HOST:PORT,...",
            description =
                    "instead of an engine of its own: brokers that run, with the three jobs submitted to read this"
                            + " channel there (see docker/README.md)")
    private @Nullable String brokers;

    @Override
    public Integer call() throws Exception {
        ReplayOptions options = options();
        Settings settings = SettingsFile.read(options.config(), Optional.of(options.channel()));
        LogFile.in(directory);
        ReplayProgress progress = new ReplayProgress(System.err);
        ObjectNode summary = Replay.run(options, settings, progress);
        spec.commandLine().getOut().println(summary.toPrettyString());
        progress.finished();
        return 0;
    }

    private ReplayOptions options() {
        Path settings = Optional.ofNullable(config).orElseGet(Installation::defaultConfig);
        if (parallelism < 1 || parallelism > MOST_SUBTASKS) {
            throw new UsageException("--parallelism %d: expected 1 to %d".formatted(parallelism, MOST_SUBTASKS));
        }
        if (brokers != null && (parallelism != 1 || kafkaPort != 0)) {
            throw new UsageException("--brokers: leave out --parallelism and --kafka-port, which are those of jobs and"
                    + " brokers that run already");
        }
        return new ReplayOptions(
                settings,
                Installation.channel(channel, settings),
                recording(),
                directory,
                pace(),
                Optional.ofNullable(until).map(text -> InstantText.parse("--until", text)),
                Optional.ofNullable(brokers),
                new EmbeddedEngine.Size(parallelism, kafkaPort));
    }

    private Path recording() {
        Path existing = Installation.existing(file, "--file");
        if (Files.exists(directory) && !Files.isDirectory(directory)) {
            throw new UsageException("--dir %s: this is a file, not a directory".formatted(directory));
        }
        return existing;
    }

    private Pace pace() {
        try {
            return Pace.parse(speed);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--speed: " + e.getMessage());
        }
    }
}
