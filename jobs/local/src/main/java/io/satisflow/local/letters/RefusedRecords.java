package io.satisflow.local.letters;

import io.satisflow.channel.record.RefusalReason;
import io.satisflow.flink.io.KafkaConnection;
import io.satisflow.flink.io.Topic;
import io.satisflow.local.topics.CommittedRecords;
import io.satisflow.wire.DeadLetter;
import io.satisflow.wire.Feedback;
import io.satisflow.wire.SourcePosition;
import io.satisflow.wire.TicketEvent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

/** The dead letters of an engine, with what became of each. */
public final class RefusedRecords {
    /** On a record that is sent once more: the place of the one that was refused. */
    static final String RETRY_HEADER = "satisflow-retry";

    private static final Set<String> REASONS =
            Arrays.stream(RefusalReason.values()).map(RefusalReason::wireName).collect(Collectors.toUnmodifiableSet());

    private final List<RefusedRecord> letters = new ArrayList<>();

    private RefusedRecords() {}

    public static RefusedRecords read(KafkaConnection kafka, Set<String> rawTopics) {
        RefusedRecords read = new RefusedRecords();
        CommittedRecords records = new CommittedRecords(kafka.properties());
        Set<String> used = new HashSet<>();
        records.forEach(
                kafka.names().of(Topic.FEEDBACK), Feedback.class, (key, each) -> used.add(place(each.getSource())));
        records.forEach(
                kafka.names().of(Topic.TICKET_EVENTS),
                TicketEvent.class,
                (key, each) -> used.add(place(each.getSource())));
        Set<String> retried = retried(kafka, rawTopics);
        records.forEach(kafka.names().of(Topic.DEAD_LETTERS), DeadLetter.class, (key, letter) -> {
            String place = place(letter);
            boolean isWhole = REASONS.contains(letter.getReason()) && !used.contains(place);
            read.letters.add(new RefusedRecord(place, letter, isWhole, retried.contains(place)));
        });
        return read;
    }

    public List<RefusedRecord> all() {
        return letters;
    }

    public Optional<RefusedRecord> at(String place) {
        return letters.stream().filter(letter -> letter.place().equals(place)).findFirst();
    }

    private static String place(SourcePosition source) {
        return "%s-%d-%d".formatted(source.getTopic(), source.getPartition(), source.getOffset());
    }

    private static String place(DeadLetter letter) {
        return "%s-%d-%d".formatted(letter.getTopic(), letter.getPartition(), letter.getOffset());
    }

    /** The raw topics themselves say what was sent once more, so that nothing is sent twice, whoever is killed when. */
    private static Set<String> retried(KafkaConnection kafka, Set<String> rawTopics) {
        Set<String> retried = new HashSet<>();
        forEachRaw(kafka, rawTopics, record -> {
            Header header = record.headers().lastHeader(RETRY_HEADER);
            if (header != null && header.value() != null) {
                retried.add(new String(header.value(), StandardCharsets.UTF_8));
            }
        });
        return retried;
    }

    private static void forEachRaw(
            KafkaConnection kafka, Set<String> topics, Consumer<ConsumerRecord<byte[], byte[]>> each) {
        try (KafkaConsumer<byte[], byte[]> consumer = RawRecords.consumer(kafka)) {
            List<TopicPartition> partitions = new ArrayList<>();
            topics.forEach(topic -> consumer.partitionsFor(topic)
                    .forEach(info -> partitions.add(new TopicPartition(topic, info.partition()))));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(partitions));
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(RawRecords.POLL).forEach(each);
            }
        }
    }
}
