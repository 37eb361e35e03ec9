package io.satisflow.local.cli.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.flink.io.KafkaConnection;
import io.satisflow.flink.io.Mark;
import io.satisflow.flink.io.Topic;
import io.satisflow.flink.io.TopicAdmin;
import io.satisflow.flink.io.TopicNames;
import io.satisflow.flink.io.WireFormat;
import io.satisflow.local.broker.EmbeddedBroker;
import io.satisflow.local.cli.CommandLineRun;
import io.satisflow.local.topics.RecordCount;
import io.satisflow.wire.DeadLetter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code status} on a real broker to which the jobs have written as they do: in transactions, with marks between. */
class StatusCommandTest {
    private static final int REFUSED = 14;

    @TempDir
    private static Path directory;

    private static EmbeddedBroker broker;

    @BeforeAll
    static void nothingCameInThatCouldBeUsed() {
        broker = EmbeddedBroker.start(directory.resolve("broker"), 0);
        new TopicAdmin(kafka()).ensure(List.of(Topic.values()), List.of(), 2);
        Properties properties = new Properties();
        properties.putAll(kafka().properties());
        properties.put("transactional.id", "jobs");
        WireFormat<DeadLetter> format = new WireFormat<>(DeadLetter.class);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.initTransactions();
            for (int i = 0; i < REFUSED; i++) {
                producer.beginTransaction();
                DeadLetter letter = new DeadLetter("app", "raw.app", 0, (long) i, null, "missing_id", "no id", null);
                producer.send(new ProducerRecord<>(kafka().names().of(Topic.DEAD_LETTERS), format.encode(letter)));
                for (int partition = 0; partition < 2; partition++) {
                    producer.send(new Mark("intake", i, false)
                            .toRecord(kafka().names().of(Topic.FEEDBACK), partition));
                }
                producer.commitTransaction();
            }
        }
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @Test
    void aRunThatHasRefusedEverythingHasNoFeedbackAndAsManyDeadLetters() {
        CommandLineRun run =
                CommandLineRun.of("status", "--brokers", kafka().properties().getOrDefault("bootstrap.servers", ""));

        assertThat(run.out().lines())
                .anyMatch(line -> line.matches("feedback +0 .*"))
                .anyMatch(line -> line.matches("dead-letters +14 .*"))
                .anyMatch(line -> line.contains("refused: app missing_id: no id"));
    }

    @Test
    void whereNotAllCouldBeReadItSaysSo() {
        String topic = kafka().names().of(Topic.DEAD_LETTERS);
        Map<String, String> properties = kafka().properties();

        assertThat(new RecordCount(properties, Duration.ofSeconds(60), 1_000_000).of(List.of(topic)))
                .containsEntry(topic, new RecordCount.Count(REFUSED, true));
        assertThat(new RecordCount(properties, Duration.ZERO, 1_000_000).of(List.of(topic)))
                .containsEntry(topic, new RecordCount.Count(0, false));
    }

    private static KafkaConnection kafka() {
        return new KafkaConnection(broker.clientProperties(), new TopicNames("satisflow"));
    }
}
