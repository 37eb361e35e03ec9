package io.satisflow.local.cli.bench;

import io.satisflow.local.bench.intake.IntakeFuzz;
import io.satisflow.local.cli.option.Installation;
import io.satisflow.local.cli.option.SeedOption;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench intake}: mutated payloads and files through all presets. */
@Command(
        mixinStandardHelpOptions = true,
        name = "intake",
        header = "Mutated payloads and files through all presets: no crash, no hang, each with its fate.",
        footer = {"", "Example:", "  ./satisflow bench intake --payloads 100000 --files 2000"})
final class BenchIntakeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--payloads", defaultValue = "100000", paramLabel = "N", description = "default: 100000")
    private int payloads;

    @Option(names = "--files", defaultValue = "2000", paramLabel = "N", description = "default: 2000")
    private int files;

    @Mixin
    private SeedOption seed;

    @Override
    public Integer call() throws IOException {
        IntakeFuzz fuzz = IntakeFuzz.of(Installation.presetSamples(), Installation.presets());
        Path folder = Files.createTempDirectory("satisflow-");
        try {
            long began = System.nanoTime();
            fuzz.payloads(payloads, seed.value());
            long between = System.nanoTime();
            fuzz.files(files, seed.value(), folder);
            long ended = System.nanoTime();
            report(fuzz, seconds(began, between), seconds(between, ended));
        } finally {
            try (Stream<Path> left = Files.list(folder)) {
                for (Path file : left.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
        return 0;
    }

    private void report(IntakeFuzz fuzz, double payloadSeconds, double fileSeconds) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                Locale.ROOT,
                "%,d payloads of %d presets in %.1f s, %,.0f a second; %,d files in %.1f s, %,.0f a second; no crash, no hang.%n",
                payloads,
                fuzz.presetCount(),
                payloadSeconds,
                payloads / payloadSeconds,
                files,
                fileSeconds,
                files / fileSeconds);
        fuzz.fates().forEach((fate, count) -> out.printf(Locale.ROOT, "  %-24s %,9d%n", fate, count));
    }

    private static double seconds(long from, long to) {
        return (to - from) / 1e9;
    }
}
