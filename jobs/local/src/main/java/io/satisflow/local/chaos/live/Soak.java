package io.satisflow.local.chaos.live;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Watches a run that nobody troubles: what has to be flat is written down while it should be. */
final class Soak {
    private static final int SAMPLES = 60;
    private static final Duration SHORTEST_PACE = Duration.ofSeconds(10);
    private static final Pattern CHECKPOINT = Pattern.compile("slowest checkpoint ([0-9.]+) s");
    private static final double MEGABYTE = 1 << 20;

    private final Path file;
    private final Lives lives;
    private final Duration lasts;
    private final Consumer<String> progress;

    /** @param file for the samples, as CSV */
    Soak(Path file, Lives lives, Duration lasts, Consumer<String> progress) {
        this.file = file;
        this.lives = lives;
        this.lasts = lasts;
        this.progress = progress;
    }

    void watch() throws IOException, InterruptedException {
        Instant begun = Instant.now();
        Duration pace =
                lasts.dividedBy(SAMPLES).compareTo(SHORTEST_PACE) > 0 ? lasts.dividedBy(SAMPLES) : SHORTEST_PACE;
        write(
                "minutes,memory_mb,old_generation_mb,threads,files,broker_mb,checkpoints_mb,work_mb,log_mb,slowest_checkpoint_s");
        for (Instant next = begun.plus(pace); !next.isAfter(begun.plus(lasts)); next = next.plus(pace)) {
            Thread.sleep(Math.max(0, Duration.between(Instant.now(), next).toMillis()));
            if (!lives.current().isAlive()) {
                return;
            }
            write(sample(Duration.between(begun, Instant.now())));
        }
    }

    private void write(String line) throws IOException {
        Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        progress.accept(line);
    }

    private String sample(Duration since) throws IOException, InterruptedException {
        long pid = lives.current().pid();
        Path run = lives.directory();
        return String.format(
                Locale.ROOT,
                "%.1f,%s,%s,%s,%d,%.0f,%.1f,%.0f,%.2f,%s",
                since.toMillis() / 60_000.0,
                megabytes(ofProcess(pid, "VmRSS:")),
                oldGeneration(pid),
                ofProcess(pid, "Threads:"),
                openFiles(pid),
                size(run.resolve("broker")),
                size(run.resolve("checkpoints")),
                size(run.resolve("work")),
                logSize(run),
                slowestCheckpoint());
    }

    private static String ofProcess(long pid, String name) throws IOException {
        return Files.readAllLines(Path.of("/proc/%d/status".formatted(pid))).stream()
                .filter(line -> line.startsWith(name))
                .map(line -> line.replaceAll("[^0-9]", ""))
                .findFirst()
                .orElse("");
    }

    private static String megabytes(String kilobytes) {
        return kilobytes.isEmpty() ? "" : String.valueOf(Long.parseLong(kilobytes) / 1024);
    }

    private static long openFiles(long pid) throws IOException {
        try (Stream<Path> files = Files.list(Path.of("/proc/%d/fd".formatted(pid)))) {
            return files.count();
        }
    }

    /** What Java keeps, of which some may be garbage; empty without a JDK. */
    private static String oldGeneration(long pid) throws InterruptedException {
        try {
            List<String> lines = SystemCommand.run("jstat", "-gc", String.valueOf(pid))
                    .lines()
                    .toList();
            List<String> names = List.of(lines.get(0).trim().split("\\s+"));
            String used = lines.get(1).trim().split("\\s+")[names.indexOf("OU")];
            return String.format(Locale.ROOT, "%.0f", Double.parseDouble(used) / 1024);
        } catch (IOException e) {
            return "";
        }
    }

    /** In megabytes; files may go while they are counted. */
    private static double size(Path folder) throws IOException, InterruptedException {
        return Double.parseDouble(
                        SystemCommand.run("sh", "-c", "du -sk \"$0\" 2>/dev/null | cut -f1; true", folder.toString())
                                .strip())
                / 1024;
    }

    private static double logSize(Path run) throws IOException {
        long bytes = 0;
        try (Stream<Path> files = Files.list(run)) {
            for (Path log : files.filter(
                            path -> String.valueOf(path.getFileName()).startsWith("satisflow.log"))
                    .toList()) {
                bytes += Files.size(log);
            }
        }
        return bytes / MEGABYTE;
    }

    private String slowestCheckpoint() throws IOException {
        String slowest = "";
        for (String line : lives.current().said()) {
            Matcher checkpoint = CHECKPOINT.matcher(line);
            slowest = checkpoint.find() ? checkpoint.group(1) : slowest;
        }
        return slowest;
    }
}
