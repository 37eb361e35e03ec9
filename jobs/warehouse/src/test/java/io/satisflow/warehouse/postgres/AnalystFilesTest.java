package io.satisflow.warehouse.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.satisflow.config.ConfigFile;
import io.satisflow.config.ConfigNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is shipped beside the tables: dashboards and dbt models, each query run on a real PostgreSQL. */
class AnalystFilesTest {
    private static final Path HOME = Path.of(System.getProperty("satisflow.root", "../.."));
    private static final Pattern REFERENCE = Pattern.compile("\\{\\{\\s*ref\\('(\\w+)'\\)\\s*}}");
    private static final Pattern SOURCE = Pattern.compile("\\{\\{\\s*source\\('satisflow',\\s*'(\\w+)'\\)\\s*}}");

    private static EmbeddedPostgres server;

    @BeforeAll
    static void startPostgres() throws IOException {
        server = EmbeddedPostgres.start();
        Migrations.apply(new PostgresAddress(
                "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(server.getPort()), "postgres", null));
    }

    @AfterAll
    static void stopPostgres() throws IOException {
        server.close();
    }

    @Test
    void everyQueryOfTheDashboardsRunsAndEveryPanelHasItsPlace() throws Exception {
        ObjectMapper mapper = new ObjectMapper();
        Set<String> sources = Set.of("satisflow-prometheus", "satisflow-postgres");
        for (Path file : files("docker/grafana/dashboards", ".json")) {
            JsonNode board = mapper.readTree(file.toFile());
            assertThat(board.path("uid").asText()).startsWith("satisflow-");
            assertThat(board.path("schemaVersion").asInt()).isGreaterThanOrEqualTo(36);
            Set<Integer> ids = new HashSet<>();
            Set<String> cells = new HashSet<>();
            for (JsonNode panel : board.path("panels")) {
                assertThat(ids.add(panel.path("id").asInt())).isTrue();
                assertThat(sources)
                        .contains(panel.path("datasource").path("uid").asText());
                assertFreePlace(panel.path("gridPos"), cells);
                for (JsonNode target : panel.path("targets")) {
                    if (target.has("rawSql")) {
                        query(target.path("rawSql")
                                .asText()
                                .replace("$__timeFrom()", "timestamptz '2026-03-01'")
                                .replace("$__timeTo()", "timestamptz '2026-03-08'"));
                    } else {
                        assertThat(target.path("expr").asText()).contains("flink_");
                    }
                }
            }
            assertThat(ids).isNotEmpty();
        }
    }

    private static void assertFreePlace(JsonNode place, Set<String> cells) {
        for (int x = 0; x < place.path("w").asInt(); x++) {
            for (int y = 0; y < place.path("h").asInt(); y++) {
                int column = place.path("x").asInt() + x;
                assertThat(column).isLessThan(24);
                assertThat(cells.add(column + "," + (place.path("y").asInt() + y)))
                        .isTrue();
            }
        }
    }

    @Test
    void everyModelOfDbtRunsOverTheTablesAndItsTestsHold() throws Exception {
        List<Path> waiting = new ArrayList<>(files("analytics/dbt/models", ".sql"));
        Set<String> made = new HashSet<>();
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA analytics");
            statement.execute("SET search_path TO analytics");
            statement.execute(
                    "INSERT INTO satisflow.tickets (ticket, created_at, last_event_at, status, agent_replies, reopened, as_of)"
                            + " VALUES ('T1', '2026-03-01', '2026-03-03', 'open', 1, 0, '2026-03-03')");
            while (!waiting.isEmpty()) {
                int before = waiting.size();
                for (Path model : List.copyOf(waiting)) {
                    String sql = Files.readString(model);
                    if (made.containsAll(references(sql))) {
                        String name = model.getFileName().toString().replace(".sql", "");
                        statement.execute("CREATE VIEW %s AS %s".formatted(name, rendered(sql)));
                        made.add(name);
                        waiting.remove(model);
                    }
                }
                assertThat(waiting)
                        .as("models that refer to none that there is")
                        .hasSizeLessThan(before);
            }
            assertTests(statement);
            assertThat(rows(statement, "SELECT sum(open_tickets) FROM satisflow__ticket_backlog"))
                    .containsExactly("3");
        }
    }

    private static Set<String> references(String sql) {
        Set<String> names = new HashSet<>();
        Matcher matcher = REFERENCE.matcher(sql);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    private static String rendered(String sql) {
        return SOURCE.matcher(REFERENCE.matcher(sql).replaceAll("$1")).replaceAll("satisflow.$1");
    }

    /** unique and not_null, as dbt asks them. */
    private static void assertTests(Statement statement) throws SQLException {
        ConfigNode schema = ConfigFile.read(HOME.resolve("analytics/dbt/models/marts/schema.yml"));
        for (ConfigNode model : schema.require("models").items()) {
            String name = model.require("name").text();
            for (ConfigNode column : model.require("columns").items()) {
                String of = column.require("name").text();
                for (ConfigNode test : column.require("tests").items()) {
                    String condition = test.text().equals("unique")
                            ? "SELECT %s FROM %s GROUP BY 1 HAVING count(*) > 1".formatted(of, name)
                            : "SELECT 1 FROM %s WHERE %s IS NULL".formatted(name, of);
                    assertThat(rows(statement, condition))
                            .as("%s of %s.%s", test.text(), name, of)
                            .isEmpty();
                }
            }
        }
    }

    private static List<String> rows(Statement statement, String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (ResultSet answer = statement.executeQuery(sql)) {
            while (answer.next()) {
                rows.add(answer.getString(1));
            }
        }
        return rows;
    }

    private static void query(String sql) {
        assertThatCode(() -> {
                    try (Connection connection = server.getPostgresDatabase().getConnection();
                            Statement statement = connection.createStatement()) {
                        statement.executeQuery(sql).close();
                    }
                })
                .as(sql)
                .doesNotThrowAnyException();
    }

    private static List<Path> files(String folder, String extension) throws IOException {
        try (Stream<Path> files = Files.walk(HOME.resolve(folder))) {
            List<Path> found = files.filter(file -> file.toString().endsWith(extension))
                    .sorted()
                    .toList();
            assertThat(found).isNotEmpty();
            return found;
        }
    }
}
