package io.satisflow.warehouse.iceberg;

import static io.satisflow.warehouse.iceberg.RowsOfMarch.NINE;
import static io.satisflow.warehouse.iceberg.RowsOfMarch.TEN;
import static io.satisflow.warehouse.iceberg.RowsOfMarch.day;
import static io.satisflow.warehouse.iceberg.RowsOfMarch.saidBy;
import static io.satisflow.warehouse.iceberg.RowsOfMarch.ticket;
import static io.satisflow.warehouse.iceberg.RowsOfMarch.ticketOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.warehouse.parquet.DuckDbSql;
import io.satisflow.warehouse.parquet.ParquetErasures;
import io.satisflow.warehouse.table.RowBuilder;
import io.satisflow.warehouse.table.Table;
import io.satisflow.warehouse.table.TableRow;
import io.satisflow.warehouse.table.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.api.connector.sink2.Committer;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.metrics.SimpleCounter;
import org.apache.iceberg.DataOperations;
import org.apache.iceberg.catalog.TableIdentifier;
import org.apache.iceberg.data.Record;
import org.apache.iceberg.jdbc.JdbcCatalog;
import org.apache.iceberg.view.SQLViewRepresentation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables as writer and committer leave them, read with Iceberg's own reader. */
class IcebergTablesTest {
    private static final SinkWriter.Context NO_CONTEXT = new SinkWriter.Context() {
        @Override
        public long currentWatermark() {
            return Long.MIN_VALUE;
        }

        @Override
        public @Nullable Long timestamp() {
            return null;
        }
    };

    @TempDir
    private Path folder;

    private IcebergCatalog catalog;
    private IcebergTables tables;
    private Connection database;

    @BeforeEach
    void open() throws Exception {
        catalog = IcebergCatalog.open(folder);
        tables = IcebergTables.open(folder);
        database = DriverManager.getConnection("jdbc:duckdb:");
    }

    @AfterEach
    void close() throws Exception {
        database.close();
        tables.close();
        catalog.close();
    }

    @Test
    void cellsComeBackAsTheyWent() throws Exception {
        commit(day(3));

        Record row = IcebergReader.read(catalog, Tables.DAILY).get(0);
        assertThat(row.getField("day")).isEqualTo(LocalDate.parse("2026-03-02"));
        assertThat(row.getField("segment")).isEqualTo(Map.of("channel", "app"));
        assertThat(row.getField("n")).isEqualTo(3L);
        assertThat(row.getField("total")).isEqualTo(12.5);
        assertThat(row.getField("score")).isNull();
        assertThat(row.getField("as_of")).isEqualTo(OffsetDateTime.ofInstant(TEN, ZoneOffset.UTC));
    }

    @Test
    void whatIsCommittedAgainIsThereOnce() throws Exception {
        Collection<WrittenFiles> written = write(ticket("T1", "open", NINE), saidBy("k1", "f1"));
        commit(written);
        commit(written);

        assertThat(IcebergReader.read(catalog, Tables.TICKETS, "status")).containsExactly("open");
        assertThat(IcebergReader.read(catalog, Tables.FEEDBACK, "id")).containsExactly("f1");
    }

    @Test
    void whatIsCommittedAgainIsThereOnceWhenSnapshotsWereForgottenMeanwhile() throws Exception {
        Collection<WrittenFiles> written = write(ticket("T1", "open", NINE));
        commit(written);
        commit(ticket("T1", "solved", TEN));
        tables.compact(database);
        tables.forgetSnapshots(Long.MAX_VALUE);
        commit(written);

        assertThat(IcebergReader.read(catalog, Tables.TICKETS, "status")).containsExactly("open", "solved");
    }

    @Test
    void compactionKeepsEveryVersionOnceAndOneFileADay() throws Exception {
        commit(ticket("T1", "open", NINE));
        commit(ticket("T1", "pending", TEN), ticket("T2", "open", NINE));
        commit(ticket("T1", "solved", TEN.plusSeconds(1)));
        List<String> before = IcebergReader.read(catalog, Tables.TICKETS, "status");

        assertThat(tables.compact(database)).isEqualTo(new IcebergTables.Compaction(3, 1, 0));
        assertThat(IcebergReader.read(catalog, Tables.TICKETS, "status"))
                .isEqualTo(before)
                .hasSize(4);
        assertThat(catalog.ensure(Tables.TICKETS).currentSnapshot().operation()).isEqualTo(DataOperations.REPLACE);

        tables.forgetSnapshots(Long.MAX_VALUE);
        assertThat(parquetFiles(Tables.TICKETS)).hasSize(1);
        assertThat(IcebergReader.read(catalog, Tables.TICKETS, "status")).isEqualTo(before);
    }

    @Test
    void aRowsLatestVersionIsAskedOfTheViewInTheCatalog() throws Exception {
        catalog.ensure(Tables.TICKETS);
        String query = viewAsAnyReaderSeesIt("tickets_latest");

        // The words of SQL that Trino has for it are DuckDB's too, so that it can be asked here.
        commit(ticket("T1", "open", NINE));
        commit(ticket("T1", "solved", TEN), ticket("T2", "open", NINE));
        try (var statement = database.createStatement()) {
            statement.execute("CREATE VIEW tickets AS SELECT * FROM "
                    + DuckDbSql.versions(Tables.TICKETS, DuckDbSql.list(tables.files(Tables.TICKETS))));
            try (var rows = statement.executeQuery(
                    "SELECT string_agg(ticket || ' ' || status, ', ' ORDER BY ticket) FROM (%s)".formatted(query))) {
                rows.next();
                assertThat(rows.getString(1)).isEqualTo("T1 solved, T2 open");
            }
        }
    }

    @Test
    void anErasedCustomerIsInNoFileOfNoSnapshot() throws Exception {
        commit(saidBy("k1", "f1"), saidBy("k2", "f2"), ticketOf("T1", "k1"));
        commit(saidBy("k1", "f3"));

        assertThat(new ParquetErasures(folder, tables).erase("k1", List.of()))
                .containsEntry("feedback", 2L)
                .containsEntry("tickets", 1L);
        tables.forgetSnapshots(Long.MAX_VALUE);
        commit(saidBy("k1", "f4"), saidBy("k2", "f5"));

        assertThat(IcebergReader.read(catalog, Tables.FEEDBACK, "id")).containsExactly("f2", "f5");
        assertThat(IcebergReader.read(catalog, Tables.TICKETS, "subject")).containsExactly("null");
        assertThat(parquetFiles(Tables.FEEDBACK)).hasSize(2);
    }

    @Test
    void aColumnThatIsNewIsAddedAndIsNullInRowsOfBefore() throws Exception {
        commit(ticket("T1", "open", NINE));
        catalog.ensure(Tables.TICKETS).updateSchema().deleteColumn("subject").commit();

        IcebergTables.prepare(folder.toString());
        commit(ticketOf("T2", "k2"));

        assertThat(IcebergReader.read(catalog, Tables.TICKETS, "subject")).containsExactly("My kettle", "null");
        assertThat(tables.compact(database).files()).isEqualTo(1);
        assertThat(IcebergReader.read(catalog, Tables.TICKETS, "subject")).containsExactly("My kettle", "null");
    }

    @Test
    void aRowWithoutADayIsFiledUnderNone() throws Exception {
        commit(RowBuilder.of(Tables.TICKETS)
                .set("ticket", "T9")
                .set("as_of", NINE)
                .build());

        assertThat(IcebergReader.read(catalog, Tables.TICKETS, "ticket")).containsExactly("T9");
    }

    @Test
    void whatIsNotCommittedIsNotSeen() throws Exception {
        assertThat(write(ticket("T1", "open", NINE))).hasSize(1);

        assertThat(IcebergReader.read(catalog, Tables.TICKETS)).isEmpty();
    }

    private String viewAsAnyReaderSeesIt(String view) {
        try (JdbcCatalog reader = new JdbcCatalog(properties -> new LocalFiles(), null, false)) {
            reader.initialize(
                    "satisflow",
                    Map.of("uri", "jdbc:sqlite:" + folder.resolve("catalog.db"), "warehouse", folder.toString()));
            return ((SQLViewRepresentation) reader.loadView(TableIdentifier.of("satisflow", view))
                            .sqlFor("trino"))
                    .sql();
        }
    }

    private void commit(TableRow... rows) throws Exception {
        commit(write(rows));
    }

    private Collection<WrittenFiles> write(TableRow... rows) throws Exception {
        IcebergTables.prepare(folder.toString());
        try (IcebergWriter writer = new IcebergWriter(folder, new SimpleCounter())) {
            for (TableRow row : rows) {
                writer.write(row, NO_CONTEXT);
            }
            return writer.prepareCommit();
        }
    }

    /** By way of bytes, as they go through a checkpoint. */
    private void commit(Collection<WrittenFiles> written) throws Exception {
        WrittenFilesSerializer serializer = new WrittenFilesSerializer();
        List<Committer.CommitRequest<WrittenFiles>> requests = new ArrayList<>();
        for (WrittenFiles files : written) {
            WrittenFiles back = serializer.deserialize(serializer.getVersion(), serializer.serialize(files));
            requests.add(new CommittedAtOnce(back));
        }
        try (IcebergCommitter committer = new IcebergCommitter(IcebergCatalog.open(folder))) {
            committer.commit(requests);
        }
    }

    private List<Path> parquetFiles(Table table) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("satisflow").resolve(table.name()))) {
            return files.filter(file -> file.toString().endsWith(".parquet")).toList();
        }
    }
}
