package io.satisflow.warehouse.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.satisflow.warehouse.rows.DayRows;
import io.satisflow.warehouse.table.RowBuilder;
import io.satisflow.warehouse.table.Table;
import io.satisflow.warehouse.table.TableRow;
import io.satisflow.warehouse.table.Tables;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.metrics.SimpleCounter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a real PostgreSQL. */
class PostgresWriterTest {
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");

    private static final SinkWriter.Context NO_CONTEXT = new SinkWriter.Context() {
        @Override
        public long currentWatermark() {
            return 0;
        }

        @Override
        public Long timestamp() {
            return 0L;
        }
    };

    private static EmbeddedPostgres server;
    private static PostgresAddress address;

    @BeforeAll
    static void startPostgres() throws IOException {
        server = EmbeddedPostgres.start();
        address = PostgresAddress.of(server.getJdbcUrl("postgres", "postgres").replace("?user=postgres", ""));
        address = new PostgresAddress(address.url(), "postgres", null);
        Migrations.apply(address);
    }

    @AfterAll
    static void stopPostgres() throws IOException {
        server.close();
    }

    @BeforeEach
    void emptyTables() throws SQLException {
        for (Table table : Tables.ALL) {
            execute("TRUNCATE " + table.name());
        }
        execute("TRUNCATE erasures");
    }

    @Test
    void aRowThatIsSaidTwiceStandsOnce() throws Exception {
        write(ticket("open", NINE));
        write(ticket("open", NINE));

        assertThat(ask("SELECT ticket, status FROM tickets")).containsExactly("T1|open");
    }

    @Test
    void aLaterVersionReplacesAndAnEarlierOneDoesNot() throws Exception {
        write(ticket("open", NINE), ticket("solved", TEN));
        write(ticket("open", NINE));

        assertThat(ask("SELECT status, as_of = '2026-03-02T10:00:00Z' FROM tickets"))
                .containsExactly("solved|t");
    }

    @Test
    void aFeedbackIsItsLatestRevisionAndItsRatingsHaveRowsOfTheirOwn() throws Exception {
        write(feedback(2, 5), feedback(1, 1));

        assertThat(ask("SELECT question, rating FROM ratings")).containsExactly("stars|5");
        assertThat(ask("SELECT attributes ->> 'product' FROM feedback")).containsExactly("kettle");
    }

    @Test
    void theCharacterThatPostgresHasNoPlaceForIsReplaced() throws Exception {
        write(RowBuilder.of(Tables.FEEDBACK)
                .set("id", "f")
                .set("channel", "app")
                .set("occurred_at", NINE)
                .set("known_at", NINE)
                .set("revision", 1L)
                .set("text", "a\u0000b")
                .set("attributes", Map.of("x", "c\u0000d"))
                .set("ratings", "[{\"question\":\"e\\u0000f \\\\u0000\",\"value\":1,\"min\":1,\"max\":5}]")
                .set("aspects", "[]")
                .build());

        assertThat(ask("SELECT text, attributes ->> 'x', ratings -> 0 ->> 'question' FROM feedback"))
                .containsExactly("a\uFFFDb|c\uFFFDd|e\uFFFDf \\u0000");
    }

    @Test
    void anErasedCustomerIsGoneQuotesAndAllAndIsNotWrittenAgain() throws Exception {
        String words = "The kettle leaked over my desk";
        TableRow said = saidBy("k1", "f1", words);
        write(said, saidBy("k2", "f2", "All is well here"), ticketOf("T1", "k1"), ticketOf("T2", "k2"), quoting(words));

        assertThat(PostgresErasure.erase(address, "k1", List.of(words)))
                .containsEntry("feedback", 1L)
                .containsEntry("tickets", 1L)
                .containsEntry("alerts", 1L);
        write(said, ticketOf("T1", "k1"));

        assertThat(ask("SELECT id FROM feedback")).containsExactly("f2");
        assertThat(ask("SELECT ticket, customer_key IS NULL, subject IS NULL FROM tickets ORDER BY ticket"))
                .containsExactly("T1|t|t", "T2|f|f");
        assertThat(ask("SELECT annotations ->> 'verbatim' FROM alerts")).containsExactly("One said: [erased]");
        assertThat(ask("SELECT customer_key FROM erasures")).containsExactly("k1");
    }

    @Test
    void daysAndSegmentsAreKeysWhateverTheOrderOfTheirNames() throws Exception {
        write(day(Map.of("channel", "app", "product", "kettle"), 3, NINE));
        write(day(Map.of("product", "kettle", "channel", "app"), 4, TEN));

        assertThat(ask("SELECT day, n, segment FROM daily"))
                .containsExactly("2026-03-02|4|{\"channel\": \"app\", \"product\": \"kettle\"}");
    }

    @Test
    void migratingTwiceChangesNothingAndALaterReleaseIsNotTouched() throws SQLException {
        Migrations.apply(address);
        assertThat(ask("SELECT version, file FROM migrations ORDER BY version"))
                .containsExactly(
                        "1|V1__tables.sql", "2|V2__views.sql", "3|V3__movement_and_plan.sql", "4|V4__none.sql");

        execute("INSERT INTO migrations (version, file) VALUES (99, 'later')");
        try {
            assertThatThrownBy(() -> Migrations.apply(address)).hasMessageContaining("a later release");
        } finally {
            execute("DELETE FROM migrations WHERE version = 99");
        }
    }

    @Test
    void segmentsOfBeforeThatSaidNullAreOneRowWithThoseThatSayNone() throws Exception {
        execute("INSERT INTO daily (day, segment, team, metric, n, as_of) VALUES ('2026-03-02',"
                + " '{\"team\": \"null\", \"channel\": \"app\"}', 'null', 'csat', 3, '2026-03-02T09:00:00Z')");
        execute(Migrations.text("V4__none.sql"));
        write(DayRows.of(
                        Map.of("channel", "app", "team", "null"),
                        LocalDate.parse("2026-03-02"),
                        Map.of("csat.n", 4.0),
                        TEN)
                .toArray(TableRow[]::new));

        assertThat(ask("SELECT n, team, segment FROM daily"))
                .containsExactly("4|(none)|{\"team\": \"(none)\", \"channel\": \"app\"}");
    }

    @Test
    void migrationsEndInWhatTheTablesAre() throws SQLException {
        String described = "SELECT c.relname, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,"
                + " col_description(c.oid, a.attnum), obj_description(c.oid) FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid"
                + " WHERE c.relnamespace = '%s'::regnamespace AND c.relkind = 'r' AND a.attnum > 0"
                + " AND c.relname NOT IN ('migrations', 'erasures') ORDER BY c.relname, a.attnum";
        execute("CREATE SCHEMA afresh; SET search_path TO afresh;"
                + Tables.ALL.stream().map(PostgresSql::definition).collect(Collectors.joining("\n")));
        try {
            assertThat(ask(described.formatted(PostgresAddress.SCHEMA)))
                    .isNotEmpty()
                    .isEqualTo(ask(described.formatted("afresh")));
        } finally {
            execute("DROP SCHEMA afresh CASCADE");
        }
    }

    @Test
    void anAddressWithAPasswordIsRefusedWithoutShowingIt() {
        assertThatThrownBy(() -> PostgresAddress.of("postgresql://me:hush@db/support"))
                .hasMessageContaining("SATISFLOW_POSTGRES_PASSWORD")
                .hasMessageNotContaining("hush");
        assertThatThrownBy(() -> PostgresAddress.of("db:5432")).hasMessageContaining("postgresql://user@host");
        assertThat(PostgresAddress.of("postgresql://me@db:5433/support").toString())
                .isEqualTo("jdbc:postgresql://db:5433/support as me");
    }

    private static TableRow ticket(String status, Instant asOf) {
        return RowBuilder.of(Tables.TICKETS)
                .set("ticket", "T1")
                .set("status", status)
                .set("created_at", NINE)
                .set("as_of", asOf)
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

    private static TableRow quoting(String words) {
        return RowBuilder.of(Tables.ALERTS)
                .set("id", "a")
                .set("annotations", Map.of("verbatim", "One said: " + words))
                .set("as_of", NINE)
                .build();
    }

    private static TableRow feedback(long revision, int stars) {
        return RowBuilder.of(Tables.FEEDBACK)
                .set("id", "f")
                .set("channel", "app")
                .set("occurred_at", NINE)
                .set("known_at", NINE)
                .set("revision", revision)
                .set("attributes", Map.of("product", "kettle"))
                .set("ratings", "[{\"question\":\"stars\",\"value\":%d,\"min\":1,\"max\":5}]".formatted(stars))
                .set("aspects", "[]")
                .build();
    }

    private static TableRow day(Map<String, String> segment, long n, Instant asOf) {
        return RowBuilder.of(Tables.DAILY)
                .set("day", LocalDate.parse("2026-03-02"))
                .set("segment", segment)
                .set("metric", "csat")
                .set("n", n)
                .set("as_of", asOf)
                .build();
    }

    private static void write(TableRow... rows) throws Exception {
        try (PostgresWriter writer = new PostgresWriter(address, new SimpleCounter())) {
            for (TableRow row : rows) {
                writer.write(row, NO_CONTEXT);
            }
            writer.flush(false);
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = address.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> ask(String query) throws SQLException {
        try (Connection connection = address.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> answer = new ArrayList<>();
            while (rows.next()) {
                List<String> cells = new ArrayList<>();
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    cells.add(rows.getString(column));
                }
                answer.add(String.join("|", cells));
            }
            return answer;
        }
    }
}
