package io.satisflow.warehouse.parquet;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.warehouse.table.RowBuilder;
import io.satisflow.warehouse.table.TableRow;
import io.satisflow.warehouse.table.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.serialization.BulkWriter;
import org.apache.flink.core.fs.FSDataOutputStream;
import org.apache.flink.core.fs.FileSystem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files as the sink writes them, read with DuckDB. */
class ParquetTablesTest {
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant TEN = Instant.parse("2026-03-02T10:00:00.123Z");

    @TempDir
    private Path folder;

    private Connection database;

    @BeforeEach
    void openDatabase() throws SQLException {
        database = DriverManager.getConnection("jdbc:duckdb:");
        try (Statement statement = database.createStatement()) {
            statement.execute("SET TimeZone = 'UTC'");
        }
    }

    @AfterEach
    void closeDatabase() throws SQLException {
        database.close();
    }

    @Test
    void cellsComeBackAsTheyWent() throws Exception {
        write("daily/date=2026-03-02/rows-1.parquet", day(3));

        assertThat(
                        ask(
                                "SELECT day, segment['channel'], n, CAST(as_of AS VARCHAR), score IS NULL, typeof(as_of) FROM daily"))
                .isEqualTo("2026-03-02|app|3|2026-03-02 10:00:00.123+00|true|TIMESTAMP WITH TIME ZONE");
    }

    @Test
    void aRowIsItsLatestVersionInWhicheverFileThatStands() throws Exception {
        write("tickets/date=2026-03-02/rows-1.parquet", ticket("solved", TEN));
        write("tickets/date=2026-03-01/rows-2.parquet", ticket("open", NINE));

        assertThat(ask("SELECT status FROM tickets")).isEqualTo("solved");
    }

    @Test
    void compactionKeepsEveryRowOnceAndOneFileADate() throws Exception {
        write("tickets/date=2026-03-02/rows-1.parquet", ticket("open", NINE));
        write("tickets/date=2026-03-02/rows-2.parquet", ticket("solved", TEN), ticket("open", NINE));
        write("tickets/date=2026-03-03/rows-3.parquet", ticket("open", NINE));

        assertThat(new ParquetTables(folder).compact(database)).isEqualTo(new ParquetTables.Compaction(3, 2, 1));

        assertThat(new ParquetTables(folder).files()).isEqualTo(2);
        assertThat(ask("SELECT status FROM tickets")).isEqualTo("solved");
        assertThat(ask("SELECT count(*) FROM read_parquet('%s/tickets/date=2026-03-02/*.parquet')".formatted(folder)))
                .isEqualTo("2");
    }

    @Test
    void aCustomerWhoWasErasedWhileAFileWasWrittenIsNotInIt() throws Exception {
        new ParquetErasures(folder).erase("k1", List.of());
        write("feedback/date=2026-03-02/rows-1.parquet", saidBy("k1", "f1", "Late"), saidBy("k2", "f2", "All is well"));
        write("tickets/date=2026-03-02/rows-1.parquet", ticketOf("T1", "k1"), ticketOf("T2", "k2"));

        assertThat(ask("SELECT string_agg(id, ',') FROM feedback")).isEqualTo("f2");
        assertThat(ask("SELECT string_agg(coalesce(subject, '-'), ',' ORDER BY ticket) FROM tickets"))
                .isEqualTo("-,My kettle");
        assertThat(new ParquetErasures(folder).eraseAgain()).isZero();
    }

    @Test
    void anErasedCustomerIsGoneFromFilesAndRemembered() throws Exception {
        String words = "It's leaking over \"my\" desk";
        write("feedback/date=2026-03-02/rows-1.parquet", saidBy("k1", "f1", words), saidBy("k2", "f2", "All is well"));
        write("tickets/date=2026-03-02/rows-1.parquet", ticketOf("T1", "k1"), ticketOf("T2", "k2"));
        write("alerts/date=2026-03-02/rows-1.parquet", quoting(words));

        assertThat(new ParquetErasures(folder).erase("k1", List.of(words)))
                .containsEntry("feedback", 1L)
                .containsEntry("tickets", 1L)
                .containsEntry("alerts", 1L)
                .containsEntry("signals", 0L);

        assertThat(ask("SELECT string_agg(id, ',') FROM feedback")).isEqualTo("f2");
        assertThat(ask("SELECT string_agg(coalesce(subject, '-'), ',' ORDER BY ticket) FROM tickets"))
                .isEqualTo("-,My kettle");
        assertThat(ask("SELECT annotations['verbatim'] FROM alerts")).isEqualTo("One said: [erased]");
        assertThat(ParquetErasures.keysIn(folder.toString())).containsExactly("k1");
    }

    @Test
    void aFileOfBeforeAColumnCameHasNothingInItAndGoesIntoACompaction() throws Exception {
        write("daily/date=2026-03-02/rows-1.parquet", day(3));
        Path old = folder.resolve("daily/date=2026-03-02/rows-0.parquet");
        try (Statement statement = database.createStatement()) {
            statement.execute(
                    "COPY (SELECT * EXCLUDE (hits, provisional) REPLACE ('nps' AS metric) FROM read_parquet('%s/daily/*/*.parquet')) TO '%s' (FORMAT parquet)"
                            .formatted(folder, old));
        }
        Files.delete(folder.resolve("daily/date=2026-03-02/rows-1.parquet"));

        String question = "SELECT metric, n, hits, segment['channel'] FROM daily ORDER BY metric";
        assertThat(ask(question)).isEqualTo("nps|3|null|app");
        write("daily/date=2026-03-02/rows-2.parquet", day(3));
        new ParquetTables(folder).compact(database);
        assertThat(ask("SELECT string_agg(metric, ',' ORDER BY metric) FROM daily"))
                .isEqualTo("csat,nps");
    }

    @Test
    void aTableWithoutAFileIsEmpty() throws SQLException {
        assertThat(ask("SELECT count(*) FROM alerts")).isEqualTo("0");
    }

    private static TableRow ticket(String status, Instant asOf) {
        return RowBuilder.of(Tables.TICKETS)
                .set("ticket", "T1")
                .set("status", status)
                .set("created_at", NINE)
                .set("as_of", asOf)
                .build();
    }

    private static TableRow saidBy(String customer, String id, String text) {
        return RowBuilder.of(Tables.FEEDBACK)
                .set("id", id)
                .set("channel", "app")
                .set("customer_key", customer)
                .set("known_at", NINE)
                .set("revision", 1L)
                .set("text", text)
                .build();
    }

    private static TableRow ticketOf(String ticket, String customer) {
        return RowBuilder.of(Tables.TICKETS)
                .set("ticket", ticket)
                .set("customer_key", customer)
                .set("subject", "My kettle")
                .set("as_of", NINE)
                .build();
    }

    private static TableRow quoting(String words) {
        return RowBuilder.of(Tables.ALERTS)
                .set("id", "a")
                .set("annotations", Map.of("verbatim", "One said: " + words))
                .set("as_of", NINE)
                .build();
    }

    private static TableRow day(long n) {
        return RowBuilder.of(Tables.DAILY)
                .set("day", LocalDate.parse("2026-03-02"))
                .set("segment", Map.of("channel", "app"))
                .set("metric", "csat")
                .set("n", n)
                .set("as_of", TEN)
                .build();
    }

    private void write(String name, TableRow... rows) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        try (FSDataOutputStream out = FileSystem.getLocalFileSystem()
                .create(new org.apache.flink.core.fs.Path(file.toUri()), FileSystem.WriteMode.NO_OVERWRITE)) {
            BulkWriter<TableRow> writer = new ParquetWriterFactory(folder.toString()).create(out);
            for (TableRow row : rows) {
                writer.addElement(row);
            }
            writer.finish();
        }
    }

    /** One row, its cells divided by bars. */
    private String ask(String query) throws SQLException {
        try (Statement statement = database.createStatement()) {
            for (String view : new ParquetTables(folder).views().split(";\n", -1)) {
                if (!view.isBlank()) {
                    statement.execute(view.replace("CREATE ", "CREATE OR REPLACE "));
                }
            }
            try (ResultSet rows = statement.executeQuery(query)) {
                assertThat(rows.next()).isTrue();
                StringBuilder cells = new StringBuilder();
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    cells.append(column == 1 ? "" : "|").append(rows.getString(column));
                }
                return cells.toString();
            }
        }
    }
}
