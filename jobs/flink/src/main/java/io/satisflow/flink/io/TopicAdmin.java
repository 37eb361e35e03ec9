package io.satisflow.flink.io;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Creates the topics that are missing and counts the partitions of those that are there. */
public final class TopicAdmin {
    /** Retention goes by arrival: a replay of last year must not be deleted as old. */
    private static final Map<String, String> SETTINGS =
            Map.of("message.timestamp.type", "LogAppendTime", "max.message.bytes", String.valueOf(16 << 20));

    private static final Duration LONGEST_ABSENCE = Duration.ofMinutes(1);
    private static final Duration PROPAGATION = Duration.ofSeconds(30);
    private static final Duration PROPAGATION_POLL = Duration.ofMillis(100);

    private final KafkaConnection kafka;

    public TopicAdmin(KafkaConnection kafka) {
        this.kafka = kafka;
    }

    /**
     * Makes sure that topics exist.
     *
     * @param topics of ours
     * @param rawTopics of the channels
     * @param partitions of each topic that is to be created; those that exist keep theirs
     * @throws IllegalStateException when the brokers cannot be reached or refuse
     */
    public TopicPartitions ensure(Collection<Topic> topics, Collection<String> rawTopics, int partitions) {
        List<NewTopic> wanted = Stream.concat(
                        topics.stream().map(topic -> ours(topic, partitions)),
                        rawTopics.stream().map(topic -> newTopic(topic, partitions)))
                .toList();
        return ask(admin -> {
            create(admin, wanted);
            return count(admin, wanted.stream().map(NewTopic::name).toList());
        });
    }

    /** How many partitions topics have that are there. */
    TopicPartitions count(Collection<String> topics) {
        return ask(admin -> count(admin, topics));
    }

    private interface Question {
        TopicPartitions to(Admin admin) throws ExecutionException, InterruptedException;
    }

    private TopicPartitions ask(Question question) {
        try (Admin admin = Admin.create(kafka.clientProperties())) {
            return question.to(admin);
        } catch (ExecutionException e) {
            throw new IllegalStateException(
                    "The Kafka brokers at %s did not answer or refused: %s"
                            .formatted(kafka.properties().get("bootstrap.servers"), e.getCause()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the topics were looked at", e);
        }
    }

    private NewTopic ours(Topic topic, int partitions) {
        NewTopic wanted = newTopic(kafka.names().of(topic), partitions);
        return topic.isCompacted() ? wanted.configs(with("cleanup.policy", "compact")) : wanted;
    }

    private static NewTopic newTopic(String name, int partitions) {
        return new NewTopic(name, Optional.of(partitions), Optional.empty()).configs(SETTINGS);
    }

    private static Map<String, String> with(String name, String value) {
        Map<String, String> settings = new TreeMap<>(SETTINGS);
        settings.put(name, value);
        return settings;
    }

    /** A topic that has just been created is known to every broker only a little later. */
    private static TopicPartitions count(Admin admin, Collection<String> topics)
            throws ExecutionException, InterruptedException {
        long deadline = System.nanoTime() + PROPAGATION.toNanos();
        while (true) {
            try {
                Map<String, Integer> counts = new TreeMap<>();
                admin.describeTopics(topics)
                        .allTopicNames()
                        .get()
                        .forEach((name, description) ->
                                counts.put(name, description.partitions().size()));
                return new TopicPartitions(counts);
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException) || System.nanoTime() > deadline) {
                    throw e;
                }
                Thread.sleep(PROPAGATION_POLL.toMillis());
            }
        }
    }

    private static void create(Admin admin, List<NewTopic> topics) throws ExecutionException, InterruptedException {
        long deadline = System.nanoTime() + LONGEST_ABSENCE.toNanos();
        Map<String, KafkaFuture<Void>> asked = admin.createTopics(topics).values();
        for (NewTopic topic : topics) {
            KafkaFuture<Void> created = Objects.requireNonNull(asked.get(topic.name()));
            while (!isThere(created, deadline)) {
                Thread.sleep(PROPAGATION_POLL.toMillis());
                created = admin.createTopics(List.of(topic)).all();
            }
        }
    }

    /** False while no broker is taken for alive: on a busy machine one alone may be late with its sign of life. */
    private static boolean isThere(KafkaFuture<Void> created, long deadline)
            throws ExecutionException, InterruptedException {
        try {
            created.get();
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TopicExistsException) {
                return true;
            }
            boolean isAway = e.getCause() instanceof InvalidReplicationFactorException
                    && String.valueOf(e.getMessage()).contains("fenced");
            if (!isAway || System.nanoTime() > deadline) {
                throw e;
            }
            return false;
        }
    }
}
