package io.satisflow.local.live;

import io.satisflow.flink.io.Topic;
import io.satisflow.flink.io.TopicNames;
import io.satisflow.local.engine.EmbeddedEngine;
import io.satisflow.local.live.input.LiveInput;
import io.satisflow.local.topics.CommittedRecords;
import io.satisflow.settings.SettingsFile;
import io.satisflow.wire.DeadLetter;
import io.satisflow.wire.Feedback;
import io.satisflow.wire.Notification;
import io.satisflow.wire.SlaEvent;
import io.satisflow.wire.TicketEvent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A live run in this process, seen from outside: what is sent to it, and what it commits. */
final class LiveEngine implements AutoCloseable {
    private static final String WALL = "Wall: ";

    private final CountDownLatch stop = new CountDownLatch(1);
    private final CompletableFuture<String> broker = new CompletableFuture<>();
    private final CompletableFuture<String> wall = new CompletableFuture<>();
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Void> running = new CompletableFuture<>();
    private final CompletableFuture<Void> ended;

    private LiveEngine(int parallelism, Path config, Path directory, List<LiveInput> inputs, OptionalInt wallPort) {
        LiveOptions options = new LiveOptions(
                config,
                directory,
                inputs,
                new EmbeddedEngine.Size(parallelism, 0),
                wallPort,
                OptionalInt.empty(),
                false,
                LiveOptions.KEEP);
        ended = CompletableFuture.runAsync(() -> {
            try {
                LiveRun.run(
                        options,
                        SettingsFile.read(config, Optional.empty()),
                        new WhenRunning(),
                        () -> stop.getCount() == 0);
            } catch (Exception e) {
                running.completeExceptionally(e);
            }
        });
    }

    /** Returns when the jobs have been submitted. */
    static LiveEngine start(Path config, Path directory, LiveInput... inputs) throws Exception {
        return running(new LiveEngine(1, config, directory, List.of(inputs), OptionalInt.empty()));
    }

    /** The same, with so many subtasks of each task. */
    static LiveEngine startWith(int parallelism, Path config, Path directory) throws Exception {
        return running(new LiveEngine(parallelism, config, directory, List.of(), OptionalInt.empty()));
    }

    /** The same, with a wall that anybody at this machine may look at. */
    static LiveEngine startWithWall(Path config, Path directory) throws Exception {
        return running(new LiveEngine(1, config, directory, List.of(), OptionalInt.of(0)));
    }

    private static LiveEngine running(LiveEngine engine) throws Exception {
        engine.running.get(2, TimeUnit.MINUTES);
        return engine;
    }

    private final class WhenRunning implements LiveView {
        @Override
        public void listening(Places places) {
            broker.complete(places.broker());
        }

        @Override
        public void running() {
            running.complete(null);
        }

        @Override
        public void status(Status status) {}

        @Override
        public void notice(String sentence) {
            said.add(sentence);
            if (sentence.startsWith(WALL)) {
                wall.complete(sentence.substring(WALL.length()));
            }
        }
    }

    String wallAddress() throws Exception {
        return wall.get(1, TimeUnit.MINUTES);
    }

    Map<String, String> kafkaProperties() {
        return Map.of("bootstrap.servers", broker.join());
    }

    void send(String topic, int partition, String json) {
        Properties properties = new Properties();
        properties.putAll(kafkaProperties());
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, partition, null, json.getBytes(StandardCharsets.UTF_8)));
        }
    }

    /** What it has told on the terminal, sentence by sentence. */
    List<String> said() {
        return List.copyOf(said);
    }

    /** As somebody does to whom a topic has become too small. */
    void partition(String topic, int partitions) throws Exception {
        try (Admin admin = Admin.create(new HashMap<>(kafkaProperties()))) {
            admin.createPartitions(Map.of(topic, NewPartitions.increaseTo(partitions)))
                    .all()
                    .get();
        }
    }

    List<Feedback> feedback(String prefix) {
        return committed(prefix, Topic.FEEDBACK, Feedback.class);
    }

    List<TicketEvent> ticketEvents(String prefix) {
        return committed(prefix, Topic.TICKET_EVENTS, TicketEvent.class);
    }

    List<SlaEvent> slaEvents(String prefix) {
        return committed(prefix, Topic.SLA_EVENTS, SlaEvent.class);
    }

    List<Notification> notifications(String prefix) {
        return committed(prefix, Topic.NOTIFICATIONS, Notification.class);
    }

    List<DeadLetter> deadLetters(String prefix) {
        return committed(prefix, Topic.DEAD_LETTERS, DeadLetter.class);
    }

    private <T extends SpecificRecordBase> List<T> committed(String prefix, Topic topic, Class<T> type) {
        List<T> records = new ArrayList<>();
        new CommittedRecords(kafkaProperties())
                .forEach(new TopicNames(prefix).of(topic), type, (key, record) -> records.add(record));
        return records;
    }

    @Override
    public void close() throws Exception {
        stop.countDown();
        ended.get(60, TimeUnit.SECONDS);
    }
}
