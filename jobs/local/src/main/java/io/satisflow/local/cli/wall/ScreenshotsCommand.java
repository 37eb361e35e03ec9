package io.satisflow.local.cli.wall;

import io.satisflow.local.cli.option.UsageException;
import io.satisflow.wall.browser.Chromium;
import io.satisflow.wall.browser.WallPictures;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
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
    private static final Set<String> HERE = Set.of("127.0.0.1", "localhost");
    private static final Duration ANSWER = Duration.ofSeconds(10);

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
        requireAnswer(wall());
        Path binary = Chromium.find().orElseThrow(() -> new UsageException(Chromium.REMEDY));
        Files.createDirectories(out);
        try (Chromium browser = Chromium.start(binary)) {
            spec.commandLine()
                    .getErr()
                    .println("Taking %d pictures, some ten seconds each ...".formatted(WallPictures.count()));
            new WallPictures(browser, address).take(out, file -> {
                spec.commandLine().getOut().println(file);
                spec.commandLine().getOut().flush();
            });
        }
        return 0;
    }

    /** The browser is kept from all other machines. */
    private URI wall() {
        try {
            URI uri = new URI(address);
            if ("http".equals(uri.getScheme()) && HERE.contains(String.valueOf(uri.getHost()))) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // Told as what it is: no such address.
        }
        throw new UsageException("%s: expected the address of a wall on this machine, such as http://127.0.0.1:8480/"
                .formatted(address));
    }

    private void requireAnswer(URI wall) throws InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest request = HttpRequest.newBuilder(wall).timeout(ANSWER).build();
        try {
            client.send(request, HttpResponse.BodyHandlers.discarding());
        } catch (IOException e) {
            throw new UsageException(
                    "%s: nobody answers there; is the wall running, and is this the address that it printed?"
                            .formatted(address));
        }
    }
}
