package io.satisflow.local.cli.alerts.live;

import io.satisflow.flink.io.KafkaConnection;
import io.satisflow.flink.io.Mark;
import io.satisflow.flink.io.Topic;
import io.satisflow.flink.io.WireFormat;
import io.satisflow.local.cli.option.UsageException;
import io.satisflow.local.topics.Consumers;
import io.satisflow.wall.state.AlertBoard;
import io.satisflow.wall.state.EngineTime;
import io.satisflow.wall.topics.WallTopic;
import io.satisflow.wire.Alert;
import io.satisflow.wire.AlertControl;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** The alerts of an engine as they stand when it is asked, on the wall's own board. */
final class LiveAlerts {
    private static final Duration POLL = Duration.ofMillis(200);

    private final WireFormat<Alert> alerts;
    private final WireFormat<AlertControl> controls;
    private final String alertTopic;
    private final String controlTopic;
    private final AlertBoard board = new AlertBoard();
    private final EngineTime time = new EngineTime();
    private int unreadable;

    private LiveAlerts(KafkaConnection kafka) {
        this.alerts = kafka.reading(Alert.class);
        this.controls = kafka.reading(AlertControl.class);
        this.alertTopic = kafka.names().of(Topic.ALERTS);
        this.controlTopic = WallTopic.ALERT_CONTROLS.name(kafka.names());
    }

    /** @throws UsageException when no engine has written alerts there */
    static LiveAlerts read(KafkaConnection kafka) {
        LiveAlerts read = new LiveAlerts(kafka);
        try (KafkaConsumer<byte[], byte[]> consumer = Consumers.readCommitted(kafka.properties())) {
            read.readAll(consumer);
        }
        return read;
    }

    private void readAll(KafkaConsumer<byte[], byte[]> consumer) {
        Set<String> existing = consumer.listTopics().keySet();
        if (!existing.contains(alertTopic)) {
            throw new UsageException(
                    "There is no topic %s; start the engine, or set topics.prefix as it has it".formatted(alertTopic));
        }
        List<String> topics = new ArrayList<>(List.of(alertTopic));
        if (existing.contains(controlTopic)) {
            topics.add(controlTopic);
        }
        List<TopicPartition> partitions = Consumers.assignFromBeginning(consumer, topics);
        time.expect((int) partitions.stream()
                .filter(partition -> partition.topic().equals(alertTopic))
                .count());
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            consumer.poll(POLL).forEach(this::take);
        }
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        Mark mark = Mark.of(record);
        if (mark != null) {
            if (record.topic().equals(alertTopic)) {
                time.heard(String.valueOf(record.partition()), mark.time(), Instant.now());
            }
            return;
        }
        try {
            if (record.value() != null && record.topic().equals(alertTopic)) {
                board.heard(alerts.decode(record.value()));
            } else if (record.value() != null) {
                board.heard(controls.decode(record.value()));
            }
        } catch (IllegalStateException e) {
            unreadable++;
        }
    }

    AlertBoard board() {
        return board;
    }

    /** The engine's own time, which that of a demo runs ahead of, or behind. */
    Instant now() {
        return time.now().orElseGet(Instant::now);
    }

    /** Records of these topics that are none of ours. */
    int unreadable() {
        return unreadable;
    }

    /** @throws UsageException when none, or several, begin with it */
    Alert require(String id) {
        List<Alert> found =
                board.alerts().filter(alert -> alert.getId().startsWith(id)).toList();
        Optional<Alert> exact =
                found.stream().filter(alert -> alert.getId().equals(id)).findFirst();
        if (exact.isEmpty() && found.size() != 1) {
            throw new UsageException(
                    found.isEmpty()
                            ? "%s: no alert has this id; see ./satisflow alerts list".formatted(id)
                            : "%s: %d alerts have ids that begin so; write more of it".formatted(id, found.size()));
        }
        return exact.orElseGet(() -> found.get(0));
    }
}
