package io.satisflow.local.bench.replay;

import io.satisflow.local.bench.OwnProcess;
import io.satisflow.local.bench.replay.ReviewFile.Order;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The same reviews in three orders through {@code replay}, each in a process of its own: the rows of the windows must be the
 * same. Another build of Satisflow may replay the ordered file beside them.
 */
public final class OrdersTrial {
    private static final long SEED = 20260907;
    private static final String SETTINGS = """
            channels: [{mapping: "%s"}]
            segments: {by: [[], [product]]}
            windows: {rolling: [{length: 1h, step: 1m}, {length: 24h, step: 1m}]}
            """;

    private final Path directory;
    private final Path mapping;
    private final int rows;
    private final Optional<Path> other;

    /**
     * @param directory a fresh one, for files and replays
     * @param mapping that reads the made-up reviews
     * @param other the checkout of another build, which is built already
     */
    public OrdersTrial(Path directory, Path mapping, int rows, Optional<Path> other) {
        this.directory = directory;
        this.mapping = mapping;
        this.rows = rows;
        this.other = other;
    }

    /**
     * What one replay came to.
     *
     * @param seconds of the whole process, its start included
     * @param cpuSeconds of the whole process
     * @param steps rows of satisfaction-steps
     * @param digest of these rows, whatever their order
     */
    public record Outcome(String build, String order, double seconds, double cpuSeconds, long steps, String digest) {}

    public List<Outcome> run(Consumer<Outcome> each) throws IOException, InterruptedException {
        Files.createDirectories(directory);
        Path settings =
                Files.writeString(directory.resolve("satisflow.yaml"), SETTINGS.formatted(mapping.toAbsolutePath()));
        List<String> reviews = ReviewFile.rows(rows, SEED);
        List<Outcome> outcomes = new ArrayList<>();
        for (Order order : Order.values()) {
            Path file = ReviewFile.write(directory, reviews, order, SEED);
            if (order == Order.ORDERED && other.isPresent()) {
                Path launcher = other.get().resolve("satisflow");
                add(outcomes, replay("before", List.of(launcher.toString(), "replay"), order, file, settings), each);
            }
            add(outcomes, replay("this one", OwnProcess.engineCommand("replay"), order, file, settings), each);
        }
        return outcomes;
    }

    private static void add(List<Outcome> outcomes, Outcome outcome, Consumer<Outcome> each) {
        outcomes.add(outcome);
        each.accept(outcome);
    }

    private Outcome replay(String build, List<String> command, Order order, Path file, Path settings)
            throws IOException, InterruptedException {
        Path out = directory.resolve(order.word() + "-" + build.replace(' ', '-'));
        List<String> words = new ArrayList<>(command);
        words.addAll(List.of(
                "--channel",
                mapping.toString(),
                "--file",
                file.toString(),
                "--config",
                settings.toString(),
                "--dir",
                out.toString()));
        OwnProcess.Cost cost = OwnProcess.runToTheEnd(words, directory.resolve("said.txt"));
        return stepsOf(out, new Outcome(build, order.word(), cost.seconds(), cost.cpuSeconds(), 0, ""));
    }

    private static Outcome stepsOf(Path out, Outcome outcome) throws IOException {
        long steps = 0;
        long sum = 0;
        try (BufferedReader lines = Files.newBufferedReader(out.resolve("topics/satisfaction-steps.jsonl"))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                steps++;
                sum += hash(line);
            }
        }
        return new Outcome(
                outcome.build(),
                outcome.order(),
                outcome.seconds(),
                outcome.cpuSeconds(),
                steps,
                "%016x".formatted(sum));
    }

    private static long hash(String line) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(line.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(hash).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
