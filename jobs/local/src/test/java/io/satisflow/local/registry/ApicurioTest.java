package io.satisflow.local.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.satisflow.flink.io.KafkaConnection;
import io.satisflow.flink.io.Topic;
import io.satisflow.flink.io.TopicAdmin;
import io.satisflow.flink.io.registry.IncompatibleSchemaException;
import io.satisflow.flink.io.registry.SchemaRegistry;
import io.satisflow.flink.settings.JobArguments;
import io.satisflow.local.broker.EmbeddedBroker;
import io.satisflow.local.cli.CommandLineRun;
import io.satisflow.local.cluster.EmbeddedCluster;
import io.satisflow.local.reference.FlinkSqlQuery;
import io.satisflow.local.reference.FlinkSqlTables;
import io.satisflow.local.tables.ResultTables;
import io.satisflow.warehouse.job.WarehouseArguments;
import io.satisflow.warehouse.job.WarehouseJob;
import io.satisflow.wire.Notification;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.apache.avro.Schema;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same promises kept by a real registry, and a change of a schema on its whole way: registry, topic, table, and a reader of
 * the old version. {@code mvn -Papicurio} fetches Apicurio from the repository of Maven and runs this.
 */
@EnabledIfSystemProperty(
        named = "satisflow.apicurio",
        matches = ".+",
        disabledReason = "needs Apicurio; run it with -Papicurio -Dtest=ApicurioTest")
class ApicurioTest extends SchemaRegistryContract {
    private static final String NOTIFICATIONS = "satisflow.notifications.v1";

    private static ApicurioProcess apicurio;

    @TempDir
    private static Path log;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() throws Exception {
        apicurio = ApicurioProcess.start(Path.of(System.getProperty("satisflow.apicurio")), log.resolve("log"));
    }

    @AfterAll
    static void stop() {
        apicurio.close();
    }

    @Override
    String url() {
        return apicurio.url();
    }

    @Test
    void aChangedSchemaGoesThroughTopicAndTableAndABreakingOneStopsTheJobAtItsStart() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"), 0)) {
            KafkaConnection kafka = kafka(broker.clientProperties());
            new TopicAdmin(kafka).ensure(List.of(Topic.values()), List.of(), 1);
            byte[] old = kafka.writing(NOTIFICATIONS, Notification.class).encode(notification("old"));
            Schema later = NextRelease.withField(Notification.class);
            byte[] next = NextRelease.rewritten(
                    kafka.writing(NOTIFICATIONS, Notification.class).encode(notification("next")),
                    NextRelease.ours(Notification.class),
                    later,
                    registry().register(NOTIFICATIONS, later));
            produce(kafka, List.of(old, next));

            fillTables(broker);
            try (ResultTables tables = ResultTables.ofParquet(folder.resolve("tables"), ZoneId.of("UTC"))) {
                assertThat(tables.ask("SELECT id, title FROM notifications ORDER BY id")
                                .rows())
                        .containsExactly(List.of("next", "超时 −3.5"), List.of("old", "超时 −3.5"));
            }

            assertThat(askedOfFlink(broker)).containsExactlyInAnyOrder("ops 超时 −3.5 billing", "ops 超时 −3.5 billing");

            registry().register("broken.notifications.v1", NextRelease.withOtherType(Notification.class, "title"));
            assertThatThrownBy(() -> WarehouseJob.main(arguments(broker, "broken")))
                    .isInstanceOf(IncompatibleSchemaException.class)
                    .hasMessageContaining("Subject broken.notifications.v1-value")
                    .hasMessageContaining("field title");
        }
    }

    /** By analytics/ddl/flink.sql, of which this is one table. */
    private List<String> askedOfFlink(EmbeddedBroker broker) throws Exception {
        String servers = broker.clientProperties().getOrDefault("bootstrap.servers", "");
        return FlinkSqlQuery.ask(
                folder,
                FlinkSqlTables.statements(servers, url(), "satisflow"),
                "SELECT record_key || ' ' || title || ' ' || alerts[1].labels['team'] FROM notifications"
                        + " /*+ OPTIONS('scan.bounded.mode' = 'latest-offset') */");
    }

    private static void produce(KafkaConnection kafka, List<byte[]> values) {
        Properties properties = new Properties();
        properties.putAll(kafka.properties());
        SchemaRegistry.removeFrom(properties);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer())) {
            values.forEach(value ->
                    producer.send(new ProducerRecord<>(NOTIFICATIONS, "ops".getBytes(StandardCharsets.UTF_8), value)));
        }
    }

    private void fillTables(EmbeddedBroker broker) throws Exception {
        try (EmbeddedCluster cluster = EmbeddedCluster.start(folder.resolve("checkpoints"), 1, 1, sentence -> {})) {
            cluster.submit(
                    WarehouseJob.NAME, Duration.ofSeconds(1), WarehouseJob::main, arguments(broker, "satisflow"));
            Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> {
                cluster.requireRunning();
                return cluster.areFinished();
            });
        }
    }

    private String[] arguments(EmbeddedBroker broker, String prefix) throws Exception {
        Path settings = folder.resolve(prefix + ".yaml");
        String shipped = CommandLineRun.HOME.resolve("config").toString();
        Files.writeString(settings, """
                topics: {prefix: %s, partitions: 1}
                channels: [{mapping: %s/channels/helpdesk.yaml}]
                calendars: %s/calendars
                policies: %s/policies.yaml
                """.formatted(prefix, shipped, shipped, shipped));
        List<String> properties = new ArrayList<>(List.of(SchemaRegistry.URL + "=" + url()));
        broker.clientProperties().forEach((name, value) -> properties.add(name + "=" + value));
        return new WarehouseArguments(
                        new JobArguments(settings, Optional.empty(), false, properties),
                        Optional.empty(),
                        Optional.of(folder.resolve("tables").toString()),
                        Optional.empty(),
                        Optional.empty(),
                        true)
                .toArray();
    }
}
