package io.satisflow.local.cli.wall;

import io.satisflow.local.cli.option.EngineAddress;
import io.satisflow.local.cli.option.PortNumber;
import io.satisflow.local.cli.option.UsageException;
import io.satisflow.local.wall.WallOfSettings;
import io.satisflow.settings.Settings;
import io.satisflow.wall.Wall;
import io.satisflow.wall.WallOptions;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code wall}: the page for browsers, beside an engine that runs elsewhere. */
@Command(
        mixinStandardHelpOptions = true,
        name = "wall",
        header = "The live wall, a page for browsers, on an engine that runs elsewhere.",
        description = {
            "Reads the topics that the jobs write and serves the page until Ctrl-C. It keeps nothing of its own, so any",
            "number may run beside each other, and each may be restarted at any time. `demo` and `run` bring their own."
        },
        subcommands = {WallLinkCommand.class, ScreenshotsCommand.class},
        footer = {
            "",
            "Examples:",
            "  ./satisflow wall --config my/satisflow.yaml",
            "  ./satisflow wall --dir live --port 8480",
            "  ./satisflow wall link add \"TV in the hall\" --dir live"
        })
public final class WallCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private EngineAddress engine;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description = "where to listen (default: wall.host of the settings)")
    private @Nullable String host;

    @Option(
            names = "--port",
            converter = PortNumber.class,
            paramLabel = "PORT",
            description = "0 for any free one (default: wall.port of the settings)")
    private @Nullable Integer port;

    @Override
    public Integer call() throws Exception {
        Settings settings = engine.settings();
        CountDownLatch stopped = new CountDownLatch(1);
        try (Wall wall = Wall.start(options(settings))) {
            Runtime.getRuntime().addShutdownHook(new Thread(wall::close));
            spec.commandLine().getErr().printf("Wall: %s%nCtrl-C ends it.%n", wall.address());
            stopped.await();
        }
        return 0;
    }

    private WallOptions options(Settings settings) throws Exception {
        try {
            return WallOfSettings.standalone(
                    engine.kafka(settings),
                    settings,
                    Optional.ofNullable(host).orElse(settings.wall().host()),
                    Optional.ofNullable(port).orElse(settings.wall().port()),
                    System.getenv());
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }
}
