package io.satisflow.local.cli.run;

import io.satisflow.alerts.receiver.Language;
import io.satisflow.local.broker.PortInUseException;
import io.satisflow.local.cli.option.DirectoryOption;
import io.satisflow.local.cli.option.Installation;
import io.satisflow.local.cli.option.LanguageOption;
import io.satisflow.local.cli.option.LengthText;
import io.satisflow.local.cli.option.LogFile;
import io.satisflow.local.cli.option.PortNumber;
import io.satisflow.local.cli.option.SeedOption;
import io.satisflow.local.cli.option.UsageException;
import io.satisflow.local.cli.option.WallPortOptions;
import io.satisflow.local.demo.Demo;
import io.satisflow.local.demo.DemoOptions;
import io.satisflow.local.demo.DemoProgress;
import io.satisflow.local.terminal.Screen;
import io.satisflow.local.terminal.TerminalDevice;
import io.satisflow.settings.Settings;
import io.satisflow.settings.SettingsFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code demo}: the engine on a made-up shop, to be watched. */
@Command(
        mixinStandardHelpOptions = true,
        name = "demo",
        header = "A made-up shop, to be watched: scores, promises, alerts.",
        description = {
            "Starts broker, cluster and jobs, loads a shop's month in English and Chinese, and lets the Monday after it",
            "pass at 60 times the speed of life. After ten seconds deliveries stop in one region: scores fall, tickets",
            "wait, alerts fire; after a minute it heals. What is shown is read from the topics that the jobs write.",
            "A demo begins anew each time; a temporary directory is deleted at the end."
        },
        footer = {"", "Examples:", "  ./satisflow demo --for 2m", "  ./satisflow demo --language zh --dir demo"})
public final class DemoCommand implements Callable<Integer> {
    private static final Pattern SPEED = Pattern.compile("(\\d{1,4})x");
    private static final Duration UNTIL_STOPPED = Duration.ofDays(365);

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--for",
            paramLabel = "TIME",
            description = "end after so much time of the Monday has been shown, such as 2m (default: until Ctrl-C)")
    private @Nullable String life;

    @Mixin
    private DirectoryOption.Temporary directory;

    @Mixin
    private LanguageOption.OfOutput language;

    @Mixin
    private SeedOption seed;

    @Option(
            names = "--speed",
            defaultValue = "60x",
            paramLabel = "60x",
            description = "how many times faster than life the Monday passes (default: 60x)")
    private String speed;

    @Option(
            names = "--port",
            converter = PortNumber.class,
            defaultValue = "0",
            paramLabel = "PORT",
            description = "where the embedded Kafka broker listens on 127.0.0.1 (default: any free port)")
    private int port;

    @Mixin
    private WallPortOptions wall;

    @Override
    public Integer call() throws Exception {
        Path config = Installation.existing(Installation.demoConfig(), "the demo's settings");
        Settings settings = SettingsFile.read(config, Optional.empty());
        boolean isTemporary = !directory.isNamed();
        Duration live = life == null ? UNTIL_STOPPED : LengthText.parse("--for", life);
        double factor = speed();
        Language words = language.language();
        Optional<MadeFolder> made = directory.named().map(MadeFolder::at);
        // Last, so that nothing is left behind when another option is wrong.
        DemoOptions options =
                new DemoOptions(config, directory.create(), live, factor, seed.value(), words, port, wall.port());
        LogFile.in(options.directory());
        Screen screen = TerminalDevice.screen(spec.commandLine().getOut());
        try (StopSignal stop = StopSignal.listen()) {
            Demo.run(
                    options,
                    settings,
                    screen,
                    new DemoProgress(spec.commandLine().getErr()),
                    stop::isAsked);
        } catch (PortInUseException e) {
            made.ifPresent(MadeFolder::deleteIfNew);
            throw e;
        } finally {
            screen.close();
            if (isTemporary) {
                delete(options.directory());
            }
        }
        return 0;
    }

    /** What cannot be deleted is named. */
    private void delete(Path directory) {
        spec.commandLine()
                .getErr()
                .println(
                        MadeFolder.delete(directory)
                                ? "Its temporary folder is deleted."
                                : "%s could not be deleted; delete it yourself".formatted(directory));
    }

    private double speed() {
        Matcher times = SPEED.matcher(speed);
        if (!times.matches() || Integer.parseInt(times.group(1)) == 0) {
            throw new UsageException("--speed: \"%s\" is not a speed; write a factor such as 60x".formatted(speed));
        }
        return Integer.parseInt(times.group(1));
    }
}
