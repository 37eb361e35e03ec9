package io.satisflow.local.cli.bench;

import io.satisflow.flink.io.KafkaConnection;
import io.satisflow.flink.io.TopicNames;
import io.satisflow.local.broker.EmbeddedBroker;
import io.satisflow.local.cli.option.LengthText;
import io.satisflow.local.cli.option.UsageException;
import io.satisflow.wall.bench.BrowserBench;
import io.satisflow.wall.bench.Delays;
import io.satisflow.wall.bench.ViewersBench;
import io.satisflow.wall.browser.Chromium;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench wall}: many viewers, some of which take nothing. */
@Command(
        mixinStandardHelpOptions = true,
        name = "wall",
        header = "Many viewers of the wall, some of which take nothing, while values change.",
        description = {
            "Tells how late a changed value reaches those who read, and what the server costs. Viewers are connections of",
            "this process; the CPU of their thread is left out, that of the garbage collector is not.",
            "With --browser instead: how late a record in Kafka is a number on the page of a real Chromium, beside how",
            "late a program hears of it while no browser looks, and how the first page comes."
        },
        footer = {"", "Examples:", "  ./satisflow bench wall --for 1m", "  ./satisflow bench wall --browser"})
final class BenchWallCommand implements Callable<Integer> {
    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final int MOST_A_SECOND = 40;

    @Spec
    private CommandSpec spec;

    @Option(names = "--viewers", defaultValue = "450", paramLabel = "N", description = "that read (default: 450)")
    private int viewers;

    @Option(names = "--stalled", defaultValue = "50", paramLabel = "N", description = "that take nothing (default: 50)")
    private int stalled;

    @Option(names = "--updates", paramLabel = "N", description = "a second (default: 100; with --browser 10)")
    private @Nullable Integer updates;

    @Option(
            names = "--for",
            paramLabel = "TIME",
            description = "how long it is measured (default: 5m; with --browser 30s)")
    private @Nullable String life;

    @Option(names = "--browser", description = "from Kafka to the page of a real Chromium")
    private boolean isBrowser;

    @Override
    public Integer call() throws Exception {
        if (isBrowser) {
            return browser();
        }
        int perSecond = updates == null ? 100 : updates;
        if (viewers < 1 || stalled < 0 || perSecond < 1) {
            throw new UsageException("--viewers and --updates must be 1 or more, --stalled 0 or more");
        }
        return tell(new ViewersBench(new ViewersBench.Options(
                        viewers, stalled, perSecond, WARM_UP, LengthText.parse("--for", life == null ? "5m" : life)))
                .run());
    }

    private int tell(ViewersBench.Result result) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                Locale.ROOT,
                "%d viewers that read, %d that do not, %.0f updates a second for %.0f s%n",
                viewers,
                stalled,
                result.updates() / result.seconds(),
                result.seconds());
        tell(
                String.format(
                        Locale.ROOT, "delay of %,d deliveries", result.delays().total()),
                result.delays());
        out.printf(
                Locale.ROOT,
                "server: %.0f %% of one core; heap after collections, MB in each fifth: %s; viewers lost: %d%n",
                100 * result.cpu() / result.seconds(),
                result.heapMegabytes().stream()
                        .map(megabytes -> String.format(Locale.ROOT, "%.0f", megabytes))
                        .collect(Collectors.joining(" ")),
                result.lost());
        return result.lost() == 0 ? 0 : 1;
    }

    private int browser() throws IOException {
        Path binary = Chromium.find().orElseThrow(() -> new UsageException(Chromium.REMEDY));
        int perSecond = updates == null ? 10 : updates;
        long count = LengthText.parse("--for", life == null ? "30s" : life).toSeconds() * perSecond;
        if (perSecond < 1 || perSecond > MOST_A_SECOND || count < 1 || count > BrowserBench.MOST_UPDATES) {
            throw new UsageException(
                    "--browser: %d updates are too many or too few; take --updates 1 to %d and --for so that there are 1 to %d"
                            .formatted(count, MOST_A_SECOND, BrowserBench.MOST_UPDATES));
        }
        Path directory = Files.createTempDirectory("satisflow-bench-");
        try (EmbeddedBroker broker = EmbeddedBroker.start(directory, 0);
                Chromium browser = Chromium.start(binary)) {
            KafkaConnection kafka = new KafkaConnection(broker.clientProperties(), new TopicNames("bench"));
            BrowserBench.Result result =
                    new BrowserBench(kafka, browser).run(new BrowserBench.Options((int) count, perSecond));
            tell("from Kafka to a program that listens, no browser", result.stream());
            tell("from Kafka to the number on the page", result.page());
            spec.commandLine()
                    .getOut()
                    .printf(
                            Locale.ROOT,
                            "%d updates, %d a second; %d were overtaken before the browser's next frame%n"
                                    + "first page, empty cache: %.0f ms until its first number, %,d bytes in %d files%n",
                            count,
                            perSecond,
                            result.overtaken(),
                            result.first().millis(),
                            result.first().bytes(),
                            result.first().files());
        } finally {
            delete(directory);
        }
        return 0;
    }

    private void tell(String what, Delays delays) {
        spec.commandLine()
                .getOut()
                .printf(
                        Locale.ROOT,
                        "%s: p50 %.1f ms, p99 %.1f ms, longest %.1f ms%n",
                        what,
                        delays.millis(0.5),
                        delays.millis(0.99),
                        delays.longestMillis());
    }

    /** What cannot be deleted is left to the system, which empties its temporary folder. */
    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        }
    }
}
