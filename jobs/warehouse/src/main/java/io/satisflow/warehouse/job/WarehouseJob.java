package io.satisflow.warehouse.job;

import io.satisflow.flink.io.Inbound;
import io.satisflow.flink.io.KafkaConnection;
import io.satisflow.flink.io.Topic;
import io.satisflow.flink.io.TopicAdmin;
import io.satisflow.flink.io.TopicPartitions;
import io.satisflow.flink.io.TopicSource;
import io.satisflow.flink.settings.JobEnvironment;
import io.satisflow.settings.Settings;
import io.satisflow.warehouse.iceberg.IcebergSink;
import io.satisflow.warehouse.iceberg.IcebergTables;
import io.satisflow.warehouse.parquet.ParquetSink;
import io.satisflow.warehouse.postgres.Migrations;
import io.satisflow.warehouse.postgres.PostgresSink;
import io.satisflow.warehouse.rows.RecordRows;
import io.satisflow.warehouse.table.TableRow;
import java.util.List;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Topics in, tables out. It writes to no topic, so it may be started, stopped and begun anew at any time. */
public final class WarehouseJob {
    public static final String NAME = "warehouse";
    private static final List<Topic> INPUTS = List.of(
            Topic.TICKET_EVENTS,
            Topic.SCORED_FEEDBACK,
            Topic.SLA_EVENTS,
            Topic.SATISFACTION_STEPS,
            Topic.SATISFACTION_PANES,
            Topic.DRIFT_SIGNALS,
            Topic.ALERTS,
            Topic.NOTIFICATIONS,
            Topic.DEAD_LETTERS);

    private WarehouseJob() {}

    /** The topics that it reads. */
    public static List<Topic> inputs() {
        return INPUTS;
    }

    public static void main(String[] args) throws Exception {
        WarehouseArguments arguments = WarehouseArguments.parse(args);
        Settings settings = arguments.job().settings();
        WarehouseTarget target = arguments.target(settings);
        StreamExecutionEnvironment environment = JobEnvironment.committing();
        KafkaConnection kafka = arguments.job().kafka(settings);
        TopicSource source = new TopicSource(environment, kafka, NAME);
        if (arguments.onlyWhatIsThere()) {
            source.untilTheirEnds();
        }
        TopicPartitions partitions = new TopicAdmin(kafka)
                .ensure(INPUTS, List.of(), settings.topics().partitions());
        target.postgres().ifPresent(Migrations::apply);
        target.iceberg().ifPresent(IcebergTables::prepare);
        write(rows(source, partitions, target, settings), target);
        environment.executeAsync(NAME);
    }

    private static DataStream<TableRow> rows(
            TopicSource source, TopicPartitions partitions, WarehouseTarget target, Settings settings) {
        DataStream<TableRow> rows = WarehousePipeline.tickets(
                        source.read(Inbound.TICKET_EVENTS, partitions),
                        source.read(WarehouseTopics.SLA_EVENTS, partitions),
                        settings.sla())
                .union(WarehousePipeline.days(
                        source.read(WarehouseTopics.PANES, partitions),
                        target.zone(),
                        settings.satisfaction().remembered()));
        for (Inbound<?, RecordedRows> inbound : WarehouseTopics.BY_THEMSELVES) {
            rows = rows.union(WarehousePipeline.byThemselves(
                    source.read(inbound, partitions), inbound.topic().shortName() + "-rows"));
        }
        return rows.union(source.foreign()
                .map(RecordRows::foreign)
                .returns(WarehousePipeline.ROW)
                .name("foreign-rows")
                .uid("foreign-rows"));
    }

    /** Rows of one key stay in order. */
    private static void write(DataStream<TableRow> rows, WarehouseTarget target) {
        DataStream<TableRow> byKey = rows.keyBy(TableRow::key);
        target.postgres()
                .ifPresent(address ->
                        byKey.sinkTo(new PostgresSink(address)).name("postgres").uid("postgres"));
        if (target.parquet().isPresent()) {
            String folder = target.parquet().get();
            byKey.sinkTo(ParquetSink.into(folder)).name("parquet").uid("parquet");
        }
        if (target.iceberg().isPresent()) {
            String folder = target.iceberg().get();
            byKey.sinkTo(IcebergSink.into(folder)).name("iceberg").uid("iceberg");
        }
    }
}
