package io.satisflow.local.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.satisflow.flink.io.KafkaConnection;
import io.satisflow.flink.io.registry.RegistryUnavailableException;
import io.satisflow.flink.io.registry.SchemaRegistry;
import io.satisflow.local.topics.KafkaProperties;
import io.satisflow.wire.Notification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SchemaRegistryTest extends SchemaRegistryContract {
    private static RegistryServer server;

    @BeforeAll
    static void start() throws IOException {
        server = new RegistryServer();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Override
    String url() {
        return server.url();
    }

    @Test
    void aRegistryThatAsksWhoWeAreIsToldByTheUsualProperty() throws IOException {
        try (RegistryServer closed = new RegistryServer()) {
            String login = Base64.getEncoder().encodeToString("satisflow:s3cret".getBytes(StandardCharsets.UTF_8));
            closed.ask("Basic " + login);
            Map<String, String> at = Map.of(SchemaRegistry.URL, closed.url());
            Map<String, String> known =
                    Map.of(SchemaRegistry.URL, closed.url(), "basic.auth.user.info", "satisflow:s3cret");

            assertThatThrownBy(() -> kafka(at).writing(topic, Notification.class))
                    .isInstanceOf(RegistryUnavailableException.class)
                    .hasMessageContaining("basic.auth.user.info");
            assertThat(kafka(known).writing(topic, Notification.class).encode(notification("n")))
                    .startsWith(0);
            assertThat(kafka(known).registry().orElseThrow()).hasToString(closed.url());
        }
    }

    @Test
    void aSecondAddressIsTriedWhenTheFirstDoesNotAnswer() {
        KafkaConnection both = kafka(Map.of(SchemaRegistry.URL, "http://127.0.0.1:1," + server.url() + "/"));

        assertThat(both.writing(topic, Notification.class).encode(notification("n")))
                .startsWith(0);
    }

    /** Nothing is known of the record, so it is no dead letter: the job waits for the registry. */
    @Test
    void aRegistryThatIsGoneIsNoFaultOfTheRecord() {
        byte[] bytes = {0, 0, 0, 0, 1, 2, 2};
        KafkaConnection nowhere = kafka(Map.of(SchemaRegistry.URL, "http://127.0.0.1:1"));

        assertThatThrownBy(() -> nowhere.reading(Notification.class).decode(bytes))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("does not answer");
    }

    @Test
    void anAddressThatIsNoneAndAMisspeltPropertyAreTold() {
        assertThat(new KafkaProperties(Map.of("bootstrap.servers", "127.0.0.1:9092", "schema.registry.url", "registry"))
                        .problems())
                .containsExactly(
                        "kafka.properties.schema.registry.url: registry is no address; write it as http://host:port, or https");
        assertThat(new KafkaProperties(Map.of("bootstrap.servers", "127.0.0.1:9092", "schema.registry.ulr", "http://a"))
                        .problems())
                .singleElement()
                .asString()
                .contains("did you mean schema.registry.url?");
    }
}
