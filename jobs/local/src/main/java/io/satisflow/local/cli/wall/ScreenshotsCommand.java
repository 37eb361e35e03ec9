package io.satisflow.local.cli.wall;

import io.satisflow.local.cli.option.UsageException;
import io.satisflow.wall.browser.Chromium;
import io.satisflow.wall.browser.WallPictures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code wall screenshots}: pictures of a wall that is running, as they stand in the documentation. */
@Command(
        mixinStandardHelpOptions = true,
        name = "screenshots",
        header = "Takes pictures of a running wall in a real Chromium.",
        description = "Overview, clocks, alerts, TV and phone, in English and Chinese, dark and light, as PNG.",
        footer = {"", "Example:", "  ./satisflow wall screenshots http://127.0.0.1:8480/ --out docs/images"})
final class ScreenshotsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "URL", description = "of the wall, as `demo`, `run` or `wall` print it")
    private String address;

    @Option(
            names = "--out",
            defaultValue = ".",
            paramLabel = "DIR",
            description = "where the pictures go (default: here)")
    private Path out;

    @Override
    public Integer call() throws Exception {
        Path binary = Chromium.find().orElseThrow(() -> new UsageException(Chromium.REMEDY));
        Files.createDirectories(out);
        try (Chromium browser = Chromium.start(binary)) {
            List<Path> pictures = new WallPictures(browser, address).take(out);
            pictures.forEach(spec.commandLine().getOut()::println);
        }
        return 0;
    }
}
