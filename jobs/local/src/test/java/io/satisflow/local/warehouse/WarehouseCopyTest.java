package io.satisflow.local.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.satisflow.local.bench.warehouse.TableAnswers;
import io.satisflow.local.bench.warehouse.WarehouseProcess;
import io.satisflow.local.cli.CommandLineRun;
import io.satisflow.local.replay.ReplayRun;
import io.satisflow.local.tables.ResultTables;
import io.satisflow.warehouse.table.Table;
import io.satisflow.warehouse.table.Tables;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * The sample through the engine, its results through the warehouse job into a real PostgreSQL and into Parquet files, with kills
 * on the way ({@code -Dsatisflow.kills=20} for more), beside what the topics come to when they are read offline.
 */
@EnabledIfSystemProperty(
        named = "satisflow.warehouse",
        matches = "true",
        disabledReason = "takes minutes; run it with -Dsatisflow.warehouse=true")
class WarehouseCopyTest {
    private static final int KILLS = Integer.getInteger("satisflow.kills", 1);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final long SEED = 19;

    @TempDir
    private Path folder;

    @Test
    void everyTableEqualsAnOfflineRecomputationWhateverWasKilledOnTheWay() throws Exception {
        ReplayRun replay = ReplayRun.of(
                "helpdesk", CommandLineRun.HOME.resolve("config/samples/helpdesk.jsonl"), folder.resolve("out"));
        Path parquet = folder.resolve("tables");
        Path iceberg = folder.resolve("lake");
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            List<String> arguments = List.of(
                    "warehouse",
                    "--dir",
                    replay.directory().toString(),
                    "--parquet",
                    parquet.toString(),
                    "--iceberg",
                    iceberg.toString(),
                    "--postgres",
                    "postgresql://postgres@127.0.0.1:%d/postgres".formatted(server.getPort()),
                    "--zone",
                    ZONE.getId(),
                    "--every",
                    "200ms");
            Random random = new Random(SEED);
            for (int kill = 0; kill < KILLS; kill++) {
                WarehouseProcess.runAndKill(Duration.ofMillis(random.nextInt(4_000)), arguments);
            }
            CommandLineRun run = CommandLineRun.of(arguments.toArray());
            assertThat(run.exitCode()).as(run.err()).isZero();

            try (ResultTables offline = ResultTables.open(replay.directory().resolve("topics"), ZONE);
                    ResultTables files = ResultTables.ofParquet(parquet, ZONE);
                    ResultTables lake = ResultTables.ofIceberg(iceberg, ZONE);
                    Connection database = server.getPostgresDatabase().getConnection()) {
                try (Statement statement = database.createStatement()) {
                    statement.execute("SET search_path TO satisflow");
                }
                for (Table table : Tables.ALL) {
                    List<String> expected = TableAnswers.ofDuckDb(offline, table);
                    assertThat(TableAnswers.ofPostgres(database, table))
                            .as("%s in PostgreSQL", table.name())
                            .isEqualTo(expected);
                    assertThat(TableAnswers.ofDuckDb(files, table))
                            .as("%s in Parquet", table.name())
                            .isEqualTo(expected);
                    assertThat(TableAnswers.ofDuckDb(lake, table))
                            .as("%s in Iceberg", table.name())
                            .isEqualTo(expected);
                }
                assertOutcomesOf(replay, offline);
            }
            // What is told before anything that stood twice would have been taken out.
            assertThat(run.err().split("; 0 rows stood twice", -1)).hasSize(3);
        }
    }

    /** The same numbers as in the books of the replay. */
    private static void assertOutcomesOf(ReplayRun replay, ResultTables tables) {
        for (JsonNode clock : replay.summary().path("clocks")) {
            String of = "FROM sla_instances WHERE clock = '%s' AND policy = '%s' AND outcome = 'missed'"
                    .formatted(
                            clock.path("clock").asText(), clock.path("policy").asText());
            assertThat(tables.ask("SELECT count(*) " + of).rows().get(0).get(0))
                    .as(of)
                    .isEqualTo(clock.path("missed").asText());
        }
        assertThat(tables.ask("SELECT count(*) FROM tickets").rows().get(0).get(0))
                .isEqualTo(replay.summary().path("tickets").asText());
    }
}
