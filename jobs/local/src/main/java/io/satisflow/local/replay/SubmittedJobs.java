package io.satisflow.local.replay;

import io.satisflow.flink.io.KafkaConnection;
import io.satisflow.flink.io.Topic;
import io.satisflow.flink.io.TopicAdmin;
import io.satisflow.flink.io.TopicNames;
import io.satisflow.flink.io.TopicPartitions;
import io.satisflow.local.replay.feed.RawFeeder;
import io.satisflow.local.replay.recording.ReplayException;
import io.satisflow.settings.Settings;
import io.satisflow.settings.TopicSettings;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Brokers that run already, and jobs on them that somebody else has submitted and will end. */
final class SubmittedJobs {
    private static final String ANSWER_WITHIN_MILLIS = "20000";

    private final Map<String, String> kafkaProperties;
    private final TopicSettings topics;
    private final String rawTopic;

    private SubmittedJobs(Map<String, String> kafkaProperties, TopicSettings topics, String rawTopic) {
        this.kafkaProperties = kafkaProperties;
        this.topics = topics;
        this.rawTopic = rawTopic;
    }

    /** @param brokers what the settings say of addresses is left aside, but not what they say of security */
    static SubmittedJobs at(String brokers, Settings settings, String rawTopic) {
        Map<String, String> properties = new TreeMap<>(settings.topics().kafkaProperties());
        properties.put("bootstrap.servers", brokers);
        return new SubmittedJobs(properties, settings.topics(), rawTopic);
    }

    Map<String, String> kafkaProperties() {
        return kafkaProperties;
    }

    /**
     * Creates the topics that are missing, so that feeding may begin before the last job has come up.
     *
     * @param takenUp whether this replay has been feeding here before
     * @throws ReplayException when the raw topic cannot take this replay
     */
    void prepare(boolean takenUp) throws IOException {
        int partitions = ensureTopics().of(rawTopic);
        if (partitions != topics.partitions()) {
            throw new ReplayException(
                    "Topic %1$s has %2$d partitions, but the settings say %3$d, and the rows of a replay depend on it; set topics.partitions to %2$d"
                            .formatted(rawTopic, partitions, topics.partitions()));
        }
        if (!takenUp && new RawFeeder(kafkaProperties, rawTopic).hasBegun(partitions)) {
            throw new ReplayException(
                    "Topic %s at %s holds records already, and a replay begins with an empty one; use fresh brokers, or another topics.prefix, with which the jobs have to be submitted too"
                            .formatted(rawTopic, kafkaProperties.get("bootstrap.servers")));
        }
    }

    private TopicPartitions ensureTopics() {
        Map<String, String> impatient = new TreeMap<>(kafkaProperties);
        impatient.put("default.api.timeout.ms", ANSWER_WITHIN_MILLIS);
        impatient.put("request.timeout.ms", ANSWER_WITHIN_MILLIS);
        try {
            return new TopicAdmin(new KafkaConnection(impatient, new TopicNames(topics.prefix())))
                    .ensure(List.of(Topic.values()), List.of(rawTopic), topics.partitions());
        } catch (IllegalStateException e) {
            throw new ReplayException(e.getMessage() + "; start them, or give their address with --brokers", e);
        }
    }
}
