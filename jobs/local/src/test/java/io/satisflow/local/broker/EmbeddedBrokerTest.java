package io.satisflow.local.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.flink.io.KafkaConnection;
import io.satisflow.flink.io.Topic;
import io.satisflow.flink.io.TopicAdmin;
import io.satisflow.flink.io.TopicNames;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerTest {
    @TempDir
    Path folder;

    @Test
    void a_broker_has_its_topics_again_after_it_was_closed_and_after_it_was_killed() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0);
                Admin admin = admin(broker)) {
            admin.createTopics(List.of(new NewTopic("kept", 1, (short) 1)))
                    .all()
                    .get();
        }
        assertThat(folder.resolve("in-use")).as("closed in order").doesNotExist();
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0)) {
            assertThat(topics(broker)).contains("kept");
            assertThat(folder.resolve("in-use")).exists();
        }
        // What a killed one leaves.
        Files.createFile(folder.resolve("in-use"));
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0)) {
            assertThat(topics(broker)).contains("kept");
        }
    }

    @Test
    void topics_are_kept_for_as_long_as_it_was_told_and_of_some_the_last_record_of_each_key_for_ever()
            throws Exception {
        Duration fortnight = Duration.ofDays(14);
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder, 0, fortnight)) {
            new TopicAdmin(new KafkaConnection(broker.clientProperties(), new TopicNames("kept")))
                    .ensure(List.of(Topic.values()), List.of("raw.survey"), 1);

            for (Topic topic : Topic.values()) {
                Map<String, String> settings = settingsOf(broker, new TopicNames("kept").of(topic));
                boolean isKeptByKey = Set.of(
                                Topic.SATISFACTION_NOW, Topic.ALERTS, Topic.SLA_POLICIES, Topic.CUSTOMER_ERASURES)
                        .contains(topic);
                assertThat(settings)
                        .as("%s", topic)
                        .containsEntry("cleanup.policy", isKeptByKey ? "compact" : "delete")
                        .containsEntry("retention.ms", String.valueOf(fortnight.toMillis()));
            }
            assertThat(settingsOf(broker, "raw.survey"))
                    .containsEntry("retention.ms", String.valueOf(fortnight.toMillis()))
                    .containsEntry("segment.bytes", String.valueOf(128 << 20))
                    .containsEntry(
                            "segment.ms", String.valueOf(Duration.ofHours(6).toMillis()))
                    .as("by when the broker had it: what occurred years ago is as young as what came just now")
                    .containsEntry("message.timestamp.type", "LogAppendTime");
        }
    }

    private static Map<String, String> settingsOf(EmbeddedBroker broker, String topic) throws Exception {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        try (Admin admin = admin(broker)) {
            return admin.describeConfigs(List.of(resource)).all().get().values().stream()
                    .flatMap(config -> config.entries().stream())
                    .filter(entry -> entry.value() != null)
                    .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value));
        }
    }

    private static Set<String> topics(EmbeddedBroker broker) throws Exception {
        try (Admin admin = admin(broker)) {
            return admin.listTopics().names().get();
        }
    }

    private static Admin admin(EmbeddedBroker broker) {
        Map<String, Object> client = new TreeMap<>(broker.clientProperties());
        client.remove("transaction.timeout.ms");
        return Admin.create(client);
    }
}
