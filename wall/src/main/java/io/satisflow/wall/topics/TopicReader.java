package io.satisflow.wall.topics;

import io.satisflow.flink.io.KafkaConnection;
import io.satisflow.flink.io.Mark;
import io.satisflow.flink.io.Topic;
import io.satisflow.flink.io.WireFormat;
import io.satisflow.flink.io.registry.RegistryUnavailableException;
import io.satisflow.wall.access.Links;
import io.satisflow.wall.state.WallState;
import io.satisflow.wire.Alert;
import io.satisflow.wire.AlertControl;
import io.satisflow.wire.DriftSignal;
import io.satisflow.wire.Notification;
import io.satisflow.wire.SatisfactionRow;
import io.satisflow.wire.ScoredFeedback;
import io.satisflow.wire.SlaEvent;
import io.satisflow.wire.TicketEvent;
import io.satisflow.wire.TimelineMark;
import io.satisflow.wire.WallLink;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one consumer of the topics. It belongs to no group, sees nothing that is not committed, and begins anew when brokers
 * go away: what it reads twice says the same twice.
 */
public final class TopicReader implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(TopicReader.class);
    private static final Duration POLL = Duration.ofMillis(50);
    /** While nothing comes; what comes ends it. */
    private static final Duration QUIET_POLL = Duration.ofMillis(500);
    /** On a busy machine brokers answer late; giving up early would only make them later. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Duration CLOSING = Duration.ofSeconds(5);
    private static final Duration LOOK_FOR_TOPICS = Duration.ofSeconds(5);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(2);
    private static final long PUBLISH_EACH_NANOS = 40_000_000;
    /** Steps are shown for a month. */
    private static final Duration HISTORY = Duration.ofDays(32);

    private final KafkaConnection kafka;
    private final WallState state;
    private final Runnable publish;
    private final String timeTopic;
    private final String stepsTopic;
    private final Map<String, Consumer<ConsumerRecord<byte[], byte[]>>> readers = new HashMap<>();
    /** Where to go on after a failure. */
    private final Map<TopicPartition, Long> positions = new HashMap<>();

    private final AtomicLong unreadable = new AtomicLong();
    private final Thread thread = new Thread(this::run, "wall-reader");
    private volatile boolean isClosed;
    private volatile boolean isLoading = true;
    private volatile @Nullable String trouble = "no topics yet";

    /** @param publish is called after changes, on the thread of this reader */
    public TopicReader(KafkaConnection kafka, WallState state, Links links, Runnable publish) {
        this.kafka = kafka;
        this.state = state;
        this.publish = publish;
        this.timeTopic = kafka.names().of(Topic.SATISFACTION_NOW);
        this.stepsTopic = kafka.names().of(Topic.SATISFACTION_STEPS);
        values(timeTopic, SatisfactionRow.class, state::present);
        values(stepsTopic, SatisfactionRow.class, state::step);
        values(kafka.names().of(Topic.TICKET_EVENTS), TicketEvent.class, state::heard);
        values(kafka.names().of(Topic.SLA_EVENTS), SlaEvent.class, state::heard);
        values(kafka.names().of(Topic.ALERTS), Alert.class, state::heard);
        values(kafka.names().of(Topic.NOTIFICATIONS), Notification.class, state::heard);
        values(kafka.names().of(Topic.DRIFT_SIGNALS), DriftSignal.class, state::heard);
        values(kafka.names().of(Topic.SCORED_FEEDBACK), ScoredFeedback.class, state::heard);
        values(WallTopic.ALERT_CONTROLS.name(kafka.names()), AlertControl.class, state::heard);
        entries(WallTopic.TIMELINE_MARKS.name(kafka.names()), TimelineMark.class, (id, mark) -> {
            if (mark == null) {
                state.removedMark(id);
            } else {
                state.heard(mark);
            }
        });
        entries(WallTopic.WALL_LINKS.name(kafka.names()), WallLink.class, links::heard);
        thread.setDaemon(true);
    }

    /** A record with its key; null for a key that has been taken back. */
    private interface Entry<T> {
        void take(String key, @Nullable T value);
    }

    private <T extends SpecificRecordBase> void values(String topic, Class<T> type, Consumer<T> each) {
        entries(topic, type, (key, value) -> {
            if (value != null) {
                each.accept(value);
            }
        });
    }

    private <T extends SpecificRecordBase> void entries(String topic, Class<T> type, Entry<T> each) {
        WireFormat<T> format = kafka.reading(type);
        readers.put(topic, record -> {
            String key = record.key() == null ? "" : new String(record.key(), StandardCharsets.UTF_8);
            each.take(key, record.value() == null ? null : format.decode(record.value()));
        });
    }

    public void start() {
        thread.start();
    }

    /** What was there at the start has not been read yet. */
    public boolean isLoading() {
        return isLoading;
    }

    /** What keeps it from reading, in words; null when nothing does. */
    public @Nullable String trouble() {
        return trouble;
    }

    /** Records that were none of ours. */
    public long unreadable() {
        return unreadable.get();
    }

    private void run() {
        while (!isClosed) {
            try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
                read(consumer);
            } catch (InterruptException e) {
                return;
            } catch (KafkaException e) {
                trouble = "Kafka: " + e.getMessage();
                LOG.warn("The wall cannot read the topics, and tries again", e);
                pause();
            } catch (RuntimeException e) {
                trouble = "a fault of the wall itself; its log says more: " + e;
                LOG.error("The wall failed, and goes on behind the record that it failed on", e);
                pause();
            }
        }
    }

    private void read(KafkaConsumer<byte[], byte[]> consumer) {
        Map<TopicPartition, Long> awaited = new HashMap<>();
        Set<TopicPartition> assigned = new HashSet<>();
        long lookedAt = System.nanoTime() - LOOK_FOR_TOPICS.toNanos();
        long publishedAt = 0;
        boolean isQuiet = false;
        while (!isClosed) {
            if (System.nanoTime() - lookedAt >= LOOK_FOR_TOPICS.toNanos()) {
                awaited.putAll(assignNew(consumer, assigned));
                lookedAt = System.nanoTime();
            }
            if (assigned.isEmpty()) {
                pause();
                continue;
            }
            ConsumerRecords<byte[], byte[]> records = consumer.poll(isQuiet ? QUIET_POLL : POLL);
            isQuiet = records.isEmpty();
            state.change(() -> records.forEach(this::take));
            if (isLoading) {
                awaited.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
                isLoading = !awaited.isEmpty();
            }
            if (records.isEmpty() || System.nanoTime() - publishedAt > PUBLISH_EACH_NANOS) {
                publish.run();
                publishedAt = System.nanoTime();
            }
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        positions.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
        Mark mark = Mark.of(record);
        if (mark != null) {
            if (record.topic().equals(timeTopic)) {
                state.time.heard(String.valueOf(record.partition()), mark.time(), Instant.now());
            }
            return;
        }
        Consumer<ConsumerRecord<byte[], byte[]>> reader = readers.get(record.topic());
        try {
            if (reader != null) {
                reader.accept(record);
            }
        } catch (RegistryUnavailableException e) {
            // Nothing is known of the record, so it is read again.
            positions.put(new TopicPartition(record.topic(), record.partition()), record.offset());
            throw new KafkaException(e.getMessage(), e);
        } catch (IllegalStateException e) {
            if (unreadable.getAndIncrement() == 0) {
                LOG.warn("{}[{}]@{} is left out", record.topic(), record.partition(), record.offset(), e);
            }
        }
    }

    /** @return where the partitions end that were not read before */
    private Map<TopicPartition, Long> assignNew(KafkaConsumer<byte[], byte[]> consumer, Set<TopicPartition> assigned) {
        Map<String, ?> existing = consumer.listTopics(PATIENCE);
        Set<TopicPartition> found = new HashSet<>();
        readers.keySet().stream()
                .filter(existing::containsKey)
                .flatMap(topic -> consumer.partitionsFor(topic, PATIENCE).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .filter(partition -> !assigned.contains(partition))
                .forEach(found::add);
        trouble = assigned.isEmpty() && found.isEmpty() ? "no topics yet" : null;
        if (found.isEmpty()) {
            return Map.of();
        }
        assigned.addAll(found);
        consumer.assign(assigned);
        begin(consumer, found);
        long places = assigned.stream()
                .filter(place -> place.topic().equals(timeTopic))
                .count();
        state.change(() -> state.time.expect((int) places));
        return consumer.endOffsets(found, PATIENCE);
    }

    private void begin(KafkaConsumer<byte[], byte[]> consumer, Collection<TopicPartition> partitions) {
        consumer.seekToBeginning(partitions);
        long since = Instant.now().minus(HISTORY).toEpochMilli();
        Map<TopicPartition, Long> wanted = new HashMap<>();
        partitions.stream()
                .filter(partition -> partition.topic().equals(stepsTopic))
                .forEach(partition -> wanted.put(partition, since));
        Map<TopicPartition, OffsetAndTimestamp> places = consumer.offsetsForTimes(wanted, PATIENCE);
        places.forEach((partition, place) -> {
            if (place != null) {
                consumer.seek(partition, place.offset());
            }
        });
        positions.forEach((partition, position) -> {
            if (partitions.contains(partition)) {
                consumer.seek(partition, position);
            }
        });
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        Properties properties = new Properties();
        properties.putAll(kafka.properties());
        properties.remove("transaction.timeout.ms");
        properties.putAll(Map.of(
                "isolation.level",
                "read_committed",
                "enable.auto.commit",
                "false",
                "auto.offset.reset",
                "earliest",
                "allow.auto.create.topics",
                "false",
                "fetch.max.wait.ms",
                "1000",
                "default.api.timeout.ms",
                String.valueOf(PATIENCE.toMillis())));
        return new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE_AFTER_FAILURE.toMillis());
        } catch (InterruptedException e) {
            isClosed = true;
        }
    }

    @Override
    public void close() {
        isClosed = true;
        thread.interrupt();
        try {
            thread.join(CLOSING.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
