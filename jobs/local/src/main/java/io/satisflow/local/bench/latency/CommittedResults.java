package io.satisflow.local.bench.latency;

import io.satisflow.flink.io.KafkaConnection;
import io.satisflow.flink.io.Mark;
import io.satisflow.flink.io.Topic;
import io.satisflow.flink.io.TopicNames;
import io.satisflow.flink.io.WireFormat;
import io.satisflow.local.topics.Consumers;
import io.satisflow.wire.Metric;
import io.satisflow.wire.SatisfactionRow;
import io.satisflow.wire.SlaEvent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.jspecify.annotations.Nullable;

/** Reads what the engine commits, and notes when it could be read, in epoch milliseconds. */
final class CommittedResults implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);
    /** The one that moves fastest. No line of a trial may leave it. */
    static final String WINDOW = "5m";

    private final String now;
    private final WireFormat<SlaEvent> events;
    private final WireFormat<SatisfactionRow> rows;
    private final Map<String, Long> saidAt = new ConcurrentHashMap<>();
    /** When a row first counted so many lines. */
    private final ConcurrentSkipListMap<Long, Long> countedAt = new ConcurrentSkipListMap<>();

    private final Thread thread;
    private volatile boolean goesOn = true;
    private volatile @Nullable RuntimeException failure;

    CommittedResults(Map<String, String> kafkaProperties, TopicNames names) {
        KafkaConnection kafka = new KafkaConnection(kafkaProperties, names);
        events = kafka.reading(SlaEvent.class);
        rows = kafka.reading(SatisfactionRow.class);
        now = names.of(Topic.SATISFACTION_NOW);
        KafkaConsumer<byte[], byte[]> consumer = Consumers.readCommitted(kafkaProperties);
        Consumers.assignFromBeginning(consumer, List.of(names.of(Topic.SLA_EVENTS), now));
        thread = new Thread(() -> read(consumer), "latency reader");
        thread.setDaemon(true);
        thread.start();
    }

    /** By {@code ticket/event}. */
    Map<String, Long> saidAt() {
        return saidAt;
    }

    /** By the number of lines that a row of everything counted. */
    NavigableMap<Long, Long> countedAt() {
        return countedAt;
    }

    void requireReading() {
        RuntimeException cause = failure;
        if (cause != null) {
            throw new IllegalStateException("Committed records cannot be read: " + cause.getMessage(), cause);
        }
    }

    private void read(KafkaConsumer<byte[], byte[]> consumer) {
        try (consumer) {
            while (goesOn) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    if (record.value() != null && !Mark.isClaimedBy(record)) {
                        take(record, System.currentTimeMillis());
                    }
                }
            }
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record, long at) {
        if (record.topic().equals(now)) {
            SatisfactionRow row = rows.decode(record.value());
            Metric volume = row.getMetrics().get("volume");
            if (row.getSegment().isEmpty() && row.getWindow().equals(WINDOW) && volume != null) {
                countedAt.putIfAbsent(volume.getN(), at);
            }
        } else {
            SlaEvent event = events.decode(record.value());
            saidAt.putIfAbsent(event.getTicket() + "/" + event.getEvent(), at);
        }
    }

    @Override
    public void close() throws InterruptedException {
        goesOn = false;
        thread.join();
    }
}
