package io.satisflow.local.cli.run;

import io.satisflow.calendar.BusinessCalendar;
import io.satisflow.flink.io.TopicNames;
import io.satisflow.local.broker.PortInUseException;
import io.satisflow.local.cli.option.DirectoryOption;
import io.satisflow.local.cli.option.EngineSizeOptions;
import io.satisflow.local.cli.option.LanguageOption;
import io.satisflow.local.cli.option.LengthText;
import io.satisflow.local.cli.option.LogFile;
import io.satisflow.local.cli.option.PortNumber;
import io.satisflow.local.cli.option.SettingsChoice;
import io.satisflow.local.cli.option.WallPortOptions;
import io.satisflow.local.cli.option.ZoneText;
import io.satisflow.local.live.LiveOptions;
import io.satisflow.local.live.LiveRun;
import io.satisflow.local.live.LiveScreen;
import io.satisflow.local.live.StatusLines;
import io.satisflow.local.live.input.LiveInput;
import io.satisflow.local.terminal.TerminalDevice;
import io.satisflow.settings.Settings;
import io.satisflow.settings.SettingsFile;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code run}: the engine on live input. */
@Command(
        mixinStandardHelpOptions = true,
        name = "run",
        header = "The engine on live input, until Ctrl-C.",
        description = {
            "Starts a Kafka broker and the jobs in this process. Records are JSON objects; they come from anyone who",
            "writes to the raw topics of the broker, from lines that are appended to files, or from standard input.",
            "Files are followed like tail -F: they may appear later, be truncated or rotated, and each line counts",
            "once, whatever happens to this process. Run it again with the same DIR, and it goes on where it stopped."
        },
        footer = {
            "",
            "Examples:",
            "  ./satisflow run --dir live --input helpdesk=/var/log/helpdesk.jsonl",
            "  ssh shop tail -F reviews.jsonl | ./satisflow run --config my/satisflow.yaml --dir live --input reviews=-"
        })
public final class RunCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private SettingsChoice config;

    @Mixin
    private DirectoryOption.Kept directory;

    @Option(
            names = "--input",
            paramLabel = "CHANNEL=FILE|-",
            description = "lines of a file that grows, or of standard input, for this channel; may be given many times")
    private List<String> inputs = List.of();

    @Mixin
    private EngineSizeOptions size;

    @Option(
            names = "--http",
            converter = PortNumber.class,
            paramLabel = "PORT",
            description =
                    "take records by POST http://127.0.0.1:PORT/in/<channel>, signed as http: of its mapping says; 0 for any"
                            + " free port (default: no such door)")
    private @Nullable Integer httpPort;

    @Mixin
    private WallPortOptions wall;

    @Option(
            names = "--keep-trying",
            description =
                    "never give up on a job that fails (default: after 8 times for the same cause it ends with 1)")
    private boolean keepTrying;

    @Option(
            names = "--keep",
            defaultValue = "14d",
            paramLabel = "DURATION",
            description = "how long the broker keeps what is in its topics (default: 14d)")
    private String keep;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            description = "in which the screen shows times (default: that of the first policy with a calendar)")
    private @Nullable String zone;

    @Mixin
    private LanguageOption.OfScreen language;

    @Option(names = "--plain", description = "a line now and then, rather than the screen that a terminal gets")
    private boolean plain;

    @Override
    public Integer call() throws Exception {
        LiveOptions options = options();
        Settings settings = SettingsFile.read(options.config(), Optional.empty());
        List<String> channels = settings.channels().stream()
                .map(channel -> channel.mapping().channel())
                .toList();
        options.inputs().forEach(input -> InputArgument.requireKnown(input, channels, options.config()));
        CheckCommand.requireReachable(settings);
        PrintWriter err = spec.commandLine().getErr();
        CustomerSecret.remark().ifPresent(err::println);
        MadeFolder made = MadeFolder.at(options.directory());
        LogFile.in(options.directory());
        try (StopSignal stop = StopSignal.listen()) {
            if (!plain && TerminalDevice.canMove()) {
                watch(options, settings, stop);
            } else {
                LiveRun.run(options, settings, new StatusLines(err), stop::isAsked);
            }
        } catch (PortInUseException e) {
            made.deleteIfNew();
            throw e;
        }
        return 0;
    }

    /** On the whole terminal, which is left as it was. */
    private void watch(LiveOptions options, Settings settings, StopSignal stop) throws Exception {
        PrintWriter err = spec.commandLine().getErr();
        try (LiveScreen view = new LiveScreen(
                TerminalDevice.screen(spec.commandLine().getOut()),
                new TopicNames(settings.topics().prefix()),
                options.directory(),
                zone(settings),
                language.language().orElse(settings.alerts().language()),
                err)) {
            LiveRun.run(options, settings, view, stop::isAsked);
        }
        err.println("Stopped; the same command goes on from here.");
    }

    /** The one that is asked for, or that of the first policy's calendar, or this machine's. */
    private ZoneId zone(Settings settings) {
        if (zone != null) {
            return ZoneText.parse("--zone", zone);
        }
        return settings.sla().policies().policies().stream()
                .map(policy -> policy.calendar().otherwise().zone())
                .filter(of -> !of.equals(BusinessCalendar.ALWAYS.zone()))
                .findFirst()
                .orElseGet(ZoneId::systemDefault);
    }

    private LiveOptions options() {
        List<LiveInput> parsed = inputs.stream().map(InputArgument::parse).toList();
        InputArgument.requireDistinct(parsed);
        return new LiveOptions(
                config.path(),
                directory.path(),
                parsed,
                size.size(),
                wall.port(),
                httpPort == null ? OptionalInt.empty() : OptionalInt.of(httpPort),
                keepTrying,
                LengthText.parse("--keep", keep));
    }
}
