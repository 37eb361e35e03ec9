package io.satisflow.local.erasure;

import io.satisflow.flink.io.KafkaConnection;
import io.satisflow.flink.io.Mark;
import io.satisflow.flink.io.Topic;
import io.satisflow.flink.io.WireFormat;
import io.satisflow.local.topics.Consumers;
import io.satisflow.wire.Feedback;
import io.satisflow.wire.ScoredFeedback;
import io.satisflow.wire.SourcePosition;
import io.satisflow.wire.TicketEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.jspecify.annotations.Nullable;

/** Looks through the topics for what they hold of a customer: their records, and the raw ones that those come from. */
final class HeldInTopics {
    private static final Duration POLL = Duration.ofMillis(200);
    /** A shorter text is anybody's. */
    private static final int LEAST_QUOTE = 8;

    private final KafkaConnection kafka;
    private final String customerKey;
    private final Map<String, Long> records = new TreeMap<>();
    private final Map<String, Instant> lastStored = new HashMap<>();
    private final Set<String> raw = new HashSet<>();
    private final Set<String> quotes = new TreeSet<>();

    private HeldInTopics(KafkaConnection kafka, String customerKey) {
        this.kafka = kafka;
        this.customerKey = customerKey;
    }

    static HeldInTopics of(KafkaConnection kafka, String customerKey) {
        HeldInTopics held = new HeldInTopics(kafka, customerKey);
        held.look(
                Topic.FEEDBACK,
                Feedback.class,
                feedback -> new Found(feedback.getCustomerKey(), feedback.getText(), feedback.getSource()));
        held.look(
                Topic.SCORED_FEEDBACK,
                ScoredFeedback.class,
                scored -> new Found(
                        scored.getFeedback().getCustomerKey(),
                        scored.getFeedback().getText(),
                        null));
        held.look(
                Topic.TICKET_EVENTS,
                TicketEvent.class,
                event -> new Found(
                        event.getCustomerKey(), event.getDetails().get("attributes.subject"), event.getSource()));
        return held;
    }

    /** Of a record: whose it is, what they said, and the raw record it comes from. */
    private record Found(
            @Nullable String customerKey,
            @Nullable String said,
            @Nullable SourcePosition raw) {}

    private <T extends SpecificRecordBase> void look(Topic topic, Class<T> type, Function<T, Found> reading) {
        WireFormat<T> format = kafka.reading(type);
        String name = kafka.names().of(topic);
        try (KafkaConsumer<byte[], byte[]> consumer = Consumers.readCommitted(kafka.properties())) {
            List<TopicPartition> partitions = Consumers.assignFromBeginning(consumer, List.of(name));
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    if (record.value() != null && !Mark.isClaimedBy(record)) {
                        note(
                                name,
                                reading.apply(format.decode(record.value())),
                                Instant.ofEpochMilli(record.timestamp()));
                    }
                }
            }
        }
    }

    private void note(String topic, Found found, Instant storedAt) {
        if (!customerKey.equals(found.customerKey())) {
            return;
        }
        count(topic, storedAt);
        // Several events may come from one raw record.
        if (found.raw() != null && raw.add(found.raw().toString())) {
            count(found.raw().getTopic(), storedAt);
        }
        if (found.said() != null && found.said().length() >= LEAST_QUOTE) {
            quotes.add(found.said());
        }
    }

    private void count(String topic, Instant storedAt) {
        records.merge(topic, 1L, Long::sum);
        lastStored.merge(topic, storedAt, (one, other) -> one.isAfter(other) ? one : other);
    }

    /** What the customer said, longest first, so that none is blotted out in part. */
    List<String> quotes() {
        return quotes.stream()
                .sorted((one, other) -> Integer.compare(other.length(), one.length()))
                .toList();
    }

    List<HeldRecords> records() {
        Map<String, @Nullable Duration> retentions = retentions();
        List<HeldRecords> held = new ArrayList<>();
        records.forEach((topic, count) -> held.add(
                new HeldRecords(topic, count, lastStored.getOrDefault(topic, Instant.EPOCH), retentions.get(topic))));
        return held;
    }

    private Map<String, @Nullable Duration> retentions() {
        Properties properties = new Properties();
        properties.putAll(kafka.properties());
        properties.remove("transaction.timeout.ms");
        Map<String, @Nullable Duration> retentions = new TreeMap<>();
        List<ConfigResource> topics = records.keySet().stream()
                .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic))
                .toList();
        try (Admin admin = Admin.create(properties)) {
            admin.describeConfigs(topics)
                    .all()
                    .get()
                    .forEach((topic, config) -> retentions.put(topic.name(), retention(config)));
        } catch (ExecutionException e) {
            throw new ErasureException("The retention of the topics cannot be asked: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ErasureException("Interrupted while the retention of the topics was asked", e);
        }
        return retentions;
    }

    private static @Nullable Duration retention(Config config) {
        ConfigEntry entry = config.get("retention.ms");
        long millis = entry == null ? -1 : Long.parseLong(entry.value());
        return millis < 0 ? null : Duration.ofMillis(millis);
    }
}
