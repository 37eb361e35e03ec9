package io.satisflow.local.bench.pipeline;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.satisflow.channel.record.FileFormat;
import io.satisflow.flink.io.Mark;
import io.satisflow.flink.io.Topic;
import io.satisflow.flink.io.TopicNames;
import io.satisflow.local.bench.CpuClock;
import io.satisflow.local.bench.replay.ReviewFile;
import io.satisflow.local.broker.EmbeddedBroker;
import io.satisflow.local.cli.option.Installation;
import io.satisflow.local.engine.EmbeddedEngine;
import io.satisflow.local.replay.Replay;
import io.satisflow.local.replay.ReplayOptions;
import io.satisflow.local.replay.ReplayOutcome;
import io.satisflow.local.replay.ReplayProgress;
import io.satisflow.local.replay.feed.Pace;
import io.satisflow.local.topics.Consumers;
import io.satisflow.settings.Settings;
import io.satisflow.settings.SettingsFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/** Made-up reviews through a replay in this process, by the shipped windows and segments. */
public final class PipelineTrial {
    private static final long SEED = 20260907;
    private static final Duration POLL = Duration.ofSeconds(2);

    private final Path folder;
    private final int rows;
    private final int perMinute;
    private final int parallelism;

    /** @param perMinute rows in a minute of event time */
    public PipelineTrial(Path folder, int rows, int perMinute, int parallelism) {
        this.folder = folder;
        this.rows = rows;
        this.perMinute = perMinute;
        this.parallelism = parallelism;
    }

    /**
     * @param seconds from the start of the replay to its summary, that of broker and cluster included
     * @param cpuByStage seconds, by the name of the threads
     * @param records that were written, by topic; the summary counts of a compacted one only the last of each key
     * @param plainMicros CPU of a row for a program that only reads it from the broker and parses it
     */
    public record Outcome(
            double seconds, Map<String, Double> cpuByStage, Map<String, Long> records, double plainMicros) {
        public double cpuSeconds() {
            return cpuByStage.values().stream().mapToDouble(Double::doubleValue).sum();
        }
    }

    public Outcome run() throws Exception {
        Files.createDirectories(folder);
        Path mapping = Installation.presets().resolve("reviews.yaml").toAbsolutePath();
        Path file = Files.write(
                folder.resolve("reviews.jsonl"), ReviewFile.rows(rows, Math.max(1, rows * 60L / perMinute), SEED));
        Path config = Files.writeString(
                folder.resolve("satisflow.yaml"), "channels: [{mapping: \"%s\"}]\n".formatted(mapping));
        Settings settings = SettingsFile.read(config, Optional.of(mapping));
        ReplayOptions options = new ReplayOptions(
                config,
                mapping,
                file,
                folder.resolve("replay"),
                Pace.parse("max"),
                Optional.empty(),
                Optional.empty(),
                FileFormat.FOUND,
                0,
                new EmbeddedEngine.Size(parallelism, 0));
        long began = System.nanoTime();
        try (ThreadCosts costs = new ThreadCosts()) {
            ReplayOutcome outcome =
                    Replay.run(options, settings, new ReplayProgress(new PrintWriter(Writer.nullWriter())));
            if (outcome.failure().isPresent()) {
                throw new IllegalStateException(outcome.failure().get());
            }
            double seconds = (System.nanoTime() - began) / 1e9;
            Map<String, Double> stages = costs.seconds();
            Map<String, Long> records = new TreeMap<>();
            outcome.summary()
                    .path("topics")
                    .properties()
                    .forEach(topic ->
                            records.put(topic.getKey(), topic.getValue().asLong()));
            try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("replay/broker"), 0)) {
                String now = new TopicNames(settings.topics().prefix()).of(Topic.SATISFACTION_NOW);
                records.put(Topic.SATISFACTION_NOW.shortName(), (long) read(broker, now, value -> {}));
                return new Outcome(
                        seconds,
                        stages,
                        records,
                        plain(broker, settings.channels().get(0).topic()));
            }
        }
    }

    private static double plain(EmbeddedBroker broker, String topic) throws IOException {
        ObjectMapper json = new ObjectMapper();
        CpuClock clock = new CpuClock();
        int read = read(broker, topic, json::readTree);
        return read == 0 ? 0 : clock.seconds() / read * 1e6;
    }

    private interface Taker {
        void take(byte[] value) throws IOException;
    }

    /** How many records of the topic were taken. */
    private static int read(EmbeddedBroker broker, String topic, Taker taker) throws IOException {
        try (KafkaConsumer<byte[], byte[]> consumer = Consumers.readCommitted(broker.clientProperties())) {
            Consumers.assignFromBeginning(consumer, List.of(topic));
            int read = 0;
            ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
            while (!records.isEmpty()) {
                for (ConsumerRecord<byte[], byte[]> record : records) {
                    if (!Mark.isClaimedBy(record)) {
                        taker.take(record.value());
                        read++;
                    }
                }
                records = consumer.poll(POLL);
            }
            return read;
        }
    }
}
