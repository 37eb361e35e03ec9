package io.satisflow.local.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.satisflow.flink.io.KafkaConnection;
import io.satisflow.flink.io.TopicNames;
import io.satisflow.flink.io.WireFormat;
import io.satisflow.flink.io.registry.IncompatibleSchemaException;
import io.satisflow.flink.io.registry.NoRegistryException;
import io.satisflow.flink.io.registry.SchemaRegistry;
import io.satisflow.wire.Alert;
import io.satisflow.wire.Notification;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.avro.Schema;
import org.apache.avro.message.MissingSchemaException;
import org.junit.jupiter.api.Test;

/** What jobs and readers do with a schema registry, whichever it is. */
abstract class SchemaRegistryContract {
    static final Instant AT = Instant.parse("2026-03-02T10:00:00Z");

    private static final AtomicInteger TOPICS = new AtomicInteger();

    /** Of each test its own, since a registry forgets nothing. */
    final String topic = "satisflow-%d.notifications.v1".formatted(TOPICS.incrementAndGet());

    abstract String url();

    KafkaConnection kafka(Map<String, String> more) {
        Map<String, String> properties = new TreeMap<>(more);
        properties.putIfAbsent("bootstrap.servers", "127.0.0.1:1");
        properties.putIfAbsent(SchemaRegistry.URL, url());
        return new KafkaConnection(properties, new TopicNames("satisflow"));
    }

    SchemaRegistry registry() {
        return kafka(Map.of()).registry().orElseThrow();
    }

    static Notification notification(String id) {
        Alert alert = Alert.newBuilder()
                .setId("a")
                .setRule("r")
                .setKey("k")
                .setState("firing")
                .setSince(AT)
                .setSeverity("critical")
                .setLabels(Map.of("team", "billing"))
                .setAnnotations(Map.of())
                .setReason("")
                .setAsOf(AT)
                .build();
        return Notification.newBuilder()
                .setId(id)
                .setAt(AT)
                .setReceiver("ops")
                .setGroup(Map.of("team", "billing"))
                .setReason("first")
                .setLanguage("zh-CN")
                .setTitle("超时 −3.5")
                .setText("")
                .setAlerts(List.of(alert))
                .setCounts(Map.of("firing", 1))
                .build();
    }

    @Test
    void aRecordSaysItsSchemaByTheIdOfTheRegistryAndIsReadByIt() {
        WireFormat<Notification> writing = kafka(Map.of()).writing(topic, Notification.class);

        byte[] bytes = writing.encode(notification("n"));

        assertThat(bytes).startsWith(0, 0);
        assertThat(kafka(Map.of()).reading(Notification.class).decode(bytes)).isEqualTo(notification("n"));
        assertThat(kafka(Map.of()).writing(topic, Notification.class).encode(notification("n")))
                .as("a restart has the same id")
                .isEqualTo(bytes);
    }

    @Test
    void whatWasWrittenBeforeThereWasARegistryIsStillRead() {
        byte[] single = new WireFormat<>(Notification.class).encode(notification("n"));

        assertThat(kafka(Map.of()).reading(Notification.class).decode(single)).isEqualTo(notification("n"));
    }

    @Test
    void whatIsRegisteredTellsOthersNothingOfJava() {
        byte[] bytes = kafka(Map.of()).writing(topic, Notification.class).encode(notification("n"));

        assertThat(registry().byId(java.nio.ByteBuffer.wrap(bytes, 1, 4).getInt()))
                .hasValueSatisfying(schema -> assertThat(schema.toString())
                        .contains("io.satisflow.wire")
                        .doesNotContain("avro.java"));
    }

    @Test
    void aFieldAddedWithADefaultIsPassedOverByTheOldVersion() throws IOException {
        byte[] old = kafka(Map.of()).writing(topic, Notification.class).encode(notification("n"));
        Schema later = NextRelease.withField(Notification.class);
        int laterId = registry().register(topic, later);
        byte[] next = NextRelease.rewritten(old, NextRelease.ours(Notification.class), later, laterId);

        WireFormat<Notification> oldVersion = kafka(Map.of()).reading(Notification.class);

        assertThat(oldVersion.decode(next)).isEqualTo(notification("n"));
        assertThat(kafka(Map.of()).writing(topic, Notification.class).encode(notification("n")))
                .as("the old version may go on writing")
                .isEqualTo(old);
    }

    @Test
    void aFieldWithoutADefaultIsRefusedAtTheStartByItsName() throws IOException {
        registry().register(topic, NextRelease.withFieldWithoutDefault(Notification.class));

        assertThatThrownBy(() -> kafka(Map.of()).writing(topic, Notification.class))
                .isInstanceOf(IncompatibleSchemaException.class)
                .hasMessageContaining("Subject %s-value: who reads by version 1", topic)
                .hasMessageContaining("field remark is not in those records and has no default");
    }

    @Test
    void aFieldOfAnotherTypeIsRefusedAtTheStartByItsName() throws IOException {
        registry().register(topic, NextRelease.withOtherType(Notification.class, "title"));

        assertThatThrownBy(() -> kafka(Map.of()).writing(topic, Notification.class))
                .isInstanceOf(IncompatibleSchemaException.class)
                .hasMessageContaining("this build cannot read records of version 1")
                .hasMessageContaining("field title has another type");
    }

    @Test
    void aSchemaThatNobodyRegisteredIsUsedOnlyWhereRegisteringIsAllowed() {
        KafkaConnection strict = kafka(Map.of("auto.register.schemas", "false"));

        assertThatThrownBy(() -> strict.writing(topic, Notification.class))
                .isInstanceOf(IncompatibleSchemaException.class)
                .hasMessageContaining("topics schema");

        byte[] bytes = kafka(Map.of()).writing(topic, Notification.class).encode(notification("n"));
        assertThat(strict.writing(topic, Notification.class).encode(notification("n")))
                .isEqualTo(bytes);
    }

    @Test
    void anIdThatTheRegistryDoesNotKnowIsAnUnknownSchema() {
        byte[] bytes = {0, 0x0f, 0, 0, 0, 2, 2};

        assertThatThrownBy(() -> kafka(Map.of()).reading(Notification.class).decode(bytes))
                .isInstanceOf(IllegalStateException.class)
                .hasCauseInstanceOf(MissingSchemaException.class);
    }

    @Test
    void aReaderWithoutARegistrySaysWhatItNeeds() {
        byte[] bytes = kafka(Map.of()).writing(topic, Notification.class).encode(notification("n"));

        assertThatThrownBy(() -> new WireFormat<>(Notification.class).decode(bytes))
                .isInstanceOf(NoRegistryException.class)
                .hasMessageContaining("schema.registry.url");
    }
}
