package io.satisflow.local.bench.warehouse;

import io.satisflow.flink.io.KafkaConnection;
import io.satisflow.flink.io.Topic;
import io.satisflow.flink.settings.JobEnvironment;
import io.satisflow.flink.types.DomainTypes;
import io.satisflow.local.cluster.EmbeddedCluster;
import io.satisflow.local.warehouse.TopicsAtHand;
import io.satisflow.warehouse.job.WarehouseJob;
import io.satisflow.warehouse.parquet.ParquetSink;
import io.satisflow.warehouse.table.RowBuilder;
import io.satisflow.warehouse.table.TableRow;
import io.satisflow.warehouse.table.Tables;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What the warehouse is measured by: Kafka to Parquet with Flink's own source and sink and nothing between them. Each record of the
 * same topics is a row: where it stood, and its bytes.
 */
public final class PlainCopy {
    private static final long POLL_MILLIS = 200;

    private PlainCopy() {}

    /** @param arguments the directory of a replay, the prefix of its topics, a folder for the files, milliseconds between checkpoints */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[2]);
        Path checkpoints = folder.resolveSibling(folder.getFileName() + "-checkpoints");
        Files.createDirectories(checkpoints);
        try (TopicsAtHand topics = TopicsAtHand.of(Path.of(arguments[0]), arguments[1]);
                EmbeddedCluster cluster = EmbeddedCluster.start(checkpoints, 1, 1, notice -> {})) {
            KafkaConnection kafka = topics.kafka();
            cluster.submit(
                    "plain-copy",
                    Duration.ofMillis(Long.parseLong(arguments[3])),
                    nothing -> job(kafka, folder.toString()));
            while (!cluster.areFinished()) {
                cluster.requireRunning();
                Thread.sleep(POLL_MILLIS);
            }
        }
    }

    private static void job(KafkaConnection kafka, String folder) throws Exception {
        StreamExecutionEnvironment environment = JobEnvironment.committing();
        KafkaSource<TableRow> source = KafkaSource.<TableRow>builder()
                .setBootstrapServers(kafka.properties().getOrDefault("bootstrap.servers", ""))
                .setProperty("isolation.level", "read_committed")
                .setGroupId("plain-copy")
                .setTopics(WarehouseJob.inputs().stream()
                        .map((Topic topic) -> kafka.names().of(topic))
                        .toList())
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setBounded(OffsetsInitializer.latest())
                .setDeserializer(new AsRow())
                .build();
        environment
                .fromSource(source, WatermarkStrategy.noWatermarks(), "records", new AsRow().getProducedType())
                .uid("records")
                .sinkTo(ParquetSink.into(folder))
                .uid("parquet");
        environment.executeAsync("plain-copy");
    }

    private static final class AsRow implements KafkaRecordDeserializationSchema<TableRow> {
        @Override
        public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<TableRow> out) {
            if (record.value() == null) {
                return;
            }
            out.collect(RowBuilder.of(Tables.DEAD_LETTERS)
                    .set("reason", "record")
                    .set("message", Base64.getEncoder().encodeToString(record.value()))
                    .set("refused_at", Instant.ofEpochMilli(record.timestamp()))
                    .set("topic", record.topic())
                    .set("partition", (long) record.partition())
                    .set("offset", record.offset())
                    .build());
        }

        @Override
        public TypeInformation<TableRow> getProducedType() {
            return DomainTypes.of(TableRow.class);
        }
    }
}
