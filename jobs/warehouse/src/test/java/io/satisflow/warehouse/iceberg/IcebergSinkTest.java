package io.satisflow.warehouse.iceberg;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.flink.types.DomainTypes;
import io.satisflow.warehouse.table.RowBuilder;
import io.satisflow.warehouse.table.TableRow;
import io.satisflow.warehouse.table.Tables;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.state.CheckpointListener;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.runtime.testutils.MiniClusterResourceConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.test.junit5.MiniClusterExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The sink in a job that fails again and again, where commits are on their way. */
class IcebergSinkTest {
    private static final Instant BEGINNING = Instant.parse("2026-03-02T00:00:00Z");
    private static final int ROWS = 1_200;
    private static final int ROWS_PER_CHECKPOINT = 100;
    private static final int FAILURES = 4;
    private static final AtomicInteger FAILED = new AtomicInteger();

    @RegisterExtension
    static final MiniClusterExtension CLUSTER = new MiniClusterExtension(new MiniClusterResourceConfiguration.Builder()
            .setNumberTaskManagers(1)
            .setNumberSlotsPerTaskManager(2)
            .build());

    @TempDir
    private Path folder;

    @Test
    void everyRowIsThereOnceWhateverFailsAndAfterCompaction() throws Exception {
        IcebergTables.prepare(folder.toString());
        run();

        assertThat(FAILED).hasValue(FAILURES);
        List<String> all = LongStream.range(0, ROWS)
                .mapToObj(number -> "row-" + number)
                .sorted()
                .toList();
        try (IcebergCatalog catalog = IcebergCatalog.open(folder);
                IcebergTables tables = IcebergTables.open(folder);
                Connection database = DriverManager.getConnection("jdbc:duckdb:")) {
            assertThat(read(catalog)).isEqualTo(all);
            IcebergTables.Compaction done = tables.compact(database);
            assertThat(done.twice()).isZero();
            assertThat(done.files()).isLessThan(done.filesBefore());
            assertThat(read(catalog)).isEqualTo(all);
        }
    }

    private static List<String> read(IcebergCatalog catalog) throws Exception {
        List<String> ids = new ArrayList<>(IcebergReader.read(catalog, Tables.FEEDBACK, "id"));
        ids.addAll(IcebergReader.read(catalog, Tables.TICKETS, "ticket"));
        return ids.stream().sorted().toList();
    }

    private void run() throws Exception {
        StreamExecutionEnvironment environment =
                StreamExecutionEnvironment.getExecutionEnvironment(Configuration.fromMap(Map.of(
                        "pipeline.generic-types", "false",
                        "pipeline.auto-generate-uids", "false",
                        "execution.checkpointing.interval", "100 ms",
                        "restart-strategy.type", "fixed-delay",
                        "restart-strategy.fixed-delay.attempts", String.valueOf(FAILURES),
                        "restart-strategy.fixed-delay.delay", "10 ms")));
        environment.setParallelism(2);
        environment
                .fromSource(
                        new DataGeneratorSource<>(
                                IcebergSinkTest::row,
                                ROWS,
                                RateLimiterStrategy.perCheckpoint(ROWS_PER_CHECKPOINT),
                                DomainTypes.of(TableRow.class)),
                        WatermarkStrategy.noWatermarks(),
                        "rows")
                .setParallelism(1)
                .uid("rows")
                .map(new FailAtCheckpoints())
                .returns(DomainTypes.of(TableRow.class))
                .uid("fail-at-checkpoints")
                .keyBy(TableRow::key)
                .sinkTo(IcebergSink.into(folder.toString()))
                .uid("iceberg");
        environment.execute("rows");
    }

    /** Of two tables, over some days. */
    private static TableRow row(long number) {
        Instant at = BEGINNING.plus(Duration.ofHours(number % 72));
        return number % 2 == 0
                ? RowBuilder.of(Tables.FEEDBACK)
                        .set("channel", "app")
                        .set("id", "row-" + number)
                        .set("occurred_at", at)
                        .set("revision", 1L)
                        .build()
                : RowBuilder.of(Tables.TICKETS)
                        .set("ticket", "row-" + number)
                        .set("created_at", at)
                        .set("as_of", at)
                        .build();
    }

    /** Where the committer is being told that it may commit. */
    private static final class FailAtCheckpoints implements MapFunction<TableRow, TableRow>, CheckpointListener {
        @Override
        public TableRow map(TableRow row) {
            return row;
        }

        @Override
        public void notifyCheckpointComplete(long checkpoint) {
            if (checkpoint % 2 == 0 && FAILED.getAndUpdate(failed -> Math.min(failed + 1, FAILURES)) < FAILURES) {
                throw new IllegalStateException("a failure that this test injects");
            }
        }
    }
}
