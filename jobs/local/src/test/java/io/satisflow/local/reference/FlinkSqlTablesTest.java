package io.satisflow.local.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.flink.io.Topic;
import io.satisflow.local.cli.CommandLineRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** analytics/ddl/flink.sql. Reading real records by it is in ApicurioTest. */
class FlinkSqlTablesTest {
    @TempDir
    private Path folder;

    @Test
    void theFileIsWhatTheCommandPrints() throws Exception {
        assertThat(Files.readString(CommandLineRun.HOME.resolve("analytics/ddl/flink.sql")))
                .as("renew it: ./satisflow topics flink-sql > analytics/ddl/flink.sql")
                .isEqualTo(CommandLineRun.of("topics", "flink-sql").out());
    }

    @Test
    void flinkTakesEveryTableAndPlansAQueryOverIt() throws Exception {
        String tables = Files.readString(CommandLineRun.HOME.resolve("analytics/ddl/flink.sql"));

        assertThat(FlinkSqlQuery.ask(folder, tables))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Topic.values())
                        .map(topic -> FlinkSqlTables.name(topic) + " true")
                        .toList());
    }
}
