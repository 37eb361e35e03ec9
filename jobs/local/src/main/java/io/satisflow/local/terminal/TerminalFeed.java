package io.satisflow.local.terminal;

import io.satisflow.flink.io.Mark;
import io.satisflow.flink.io.Topic;
import io.satisflow.flink.io.TopicNames;
import io.satisflow.flink.io.WireFormat;
import io.satisflow.local.topics.Consumers;
import io.satisflow.wire.Alert;
import io.satisflow.wire.DeadLetter;
import io.satisflow.wire.SatisfactionRow;
import io.satisflow.wire.SlaEvent;
import io.satisflow.wire.TicketEvent;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Reads into the state what the jobs have committed, from the beginning of the topics. */
public final class TerminalFeed implements AutoCloseable {
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final TerminalState state;
    private final Map<String, Consumer<byte[]>> readers = new HashMap<>();
    private final String timeTopic;

    /** @param names of the topics, which must exist */
    public TerminalFeed(Map<String, String> kafkaProperties, TopicNames names, TerminalState state) {
        this.state = state;
        this.timeTopic = names.of(Topic.SATISFACTION_NOW);
        reader(names.of(Topic.SATISFACTION_NOW), SatisfactionRow.class, state.scores::present);
        reader(names.of(Topic.SATISFACTION_STEPS), SatisfactionRow.class, state.scores::step);
        reader(names.of(Topic.SLA_EVENTS), SlaEvent.class, state.tickets::heard);
        reader(names.of(Topic.TICKET_EVENTS), TicketEvent.class, event -> {
            state.tickets.heard(event);
            state.accepted();
        });
        readers.put(names.of(Topic.FEEDBACK), value -> state.accepted());
        reader(names.of(Topic.ALERTS), Alert.class, state.alerts::heard);
        reader(names.of(Topic.DEAD_LETTERS), DeadLetter.class, state::heard);
        readers.put(names.of(Topic.NOTIFICATIONS), value -> state.alerts.notified());
        consumer = Consumers.readCommitted(kafkaProperties);
        List<TopicPartition> partitions = Consumers.assignFromBeginning(consumer, readers.keySet());
        state.clock.expect((int) partitions.stream()
                .filter(partition -> partition.topic().equals(timeTopic))
                .count());
    }

    private <T extends SpecificRecordBase> void reader(String topic, Class<T> type, Consumer<T> each) {
        WireFormat<T> format = new WireFormat<>(type);
        readers.put(topic, value -> each.accept(format.decode(value)));
    }

    /** Reads on for a while. */
    public void poll(Duration atMost) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(atMost)) {
            Mark mark = Mark.of(record);
            if (mark == null && record.value() != null) {
                readers.getOrDefault(record.topic(), value -> {}).accept(record.value());
                state.read();
            } else if (mark != null && record.topic().equals(timeTopic)) {
                state.clock.heard(String.valueOf(record.partition()), mark.time());
            }
        }
        state.clock.sample(System.nanoTime());
    }

    @Override
    public void close() {
        consumer.close();
    }
}
