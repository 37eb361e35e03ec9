package io.satisflow.local.broker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
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
