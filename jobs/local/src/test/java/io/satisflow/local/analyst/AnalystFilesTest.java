package io.satisflow.local.analyst;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.config.ConfigFile;
import io.satisflow.config.ConfigNode;
import io.satisflow.local.bench.warehouse.TableAnswers;
import io.satisflow.local.cli.CommandLineRun;
import io.satisflow.local.replay.ReplayRun;
import io.satisflow.local.tables.ResultTables;
import io.satisflow.warehouse.table.Table;
import io.satisflow.warehouse.table.Tables;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is shipped for analysts, over the help desk's sample: the warehouse's tables in PostgreSQL, Parquet and Iceberg beside what the
 * topics come to offline, and over the PostgreSQL every dbt model with its tests and every panel of the dashboards.
 */
class AnalystFilesTest {
    private static final Path HOME = CommandLineRun.HOME;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Set<String> SOURCES = Set.of("satisflow-prometheus", "satisflow-postgres");

    @TempDir
    private static Path folder;

    private static ReplayRun replay;
    private static EmbeddedPostgres server;
    private static Connection connection;

    @BeforeAll
    static void fillTheWarehouse() throws Exception {
        replay = ReplayRun.of("helpdesk", HOME.resolve("config/samples/helpdesk.jsonl"), folder.resolve("out"));
        server = EmbeddedPostgres.start();
        CommandLineRun run = CommandLineRun.of(
                "warehouse",
                "--dir",
                replay.directory(),
                "--parquet",
                folder.resolve("tables"),
                "--iceberg",
                folder.resolve("lake"),
                "--postgres",
                "postgresql://postgres@127.0.0.1:%d/postgres".formatted(server.getPort()),
                "--zone",
                ZONE);
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err().split("; 0 rows stood twice", -1)).as(run.err()).hasSize(3);
        connection = server.getPostgresDatabase().getConnection();
    }

    @AfterAll
    static void stopPostgres() throws Exception {
        connection.close();
        server.close();
    }

    @Test
    void everyTableIsInPostgresInParquetAndInIcebergAsTheTopicsHaveItOffline() throws Exception {
        execute("SET search_path TO satisflow");
        try (ResultTables offline = ResultTables.open(replay.directory().resolve("topics"), ZONE);
                ResultTables parquet = ResultTables.ofParquet(folder.resolve("tables"), ZONE);
                ResultTables iceberg = ResultTables.ofIceberg(folder.resolve("lake"), ZONE)) {
            for (Table table : Tables.ALL) {
                List<String> expected = TableAnswers.ofDuckDb(offline, table);
                assertThat(TableAnswers.ofPostgres(connection, table))
                        .as("%s in PostgreSQL", table.name())
                        .isEqualTo(expected);
                assertThat(TableAnswers.ofDuckDb(parquet, table))
                        .as("%s in Parquet", table.name())
                        .isEqualTo(expected);
                assertThat(TableAnswers.ofDuckDb(iceberg, table))
                        .as("%s in Iceberg", table.name())
                        .isEqualTo(expected);
            }
        }
        CommandLineRun asked = CommandLineRun.of(
                "sql", "--iceberg", folder.resolve("lake"), "--format", "csv", "SELECT count(*) FROM tickets");
        assertThat(asked.out().lines().skip(1)).containsExactly("36");
    }

    @Test
    void firstRepliesAreAsFastInEveryPlace() throws Exception {
        execute("SET TIME ZONE '%s'".formatted(ZONE.getId()));
        String question =
                "SELECT CAST(\"day\" AS varchar), coalesce(team, '-'), tickets, replied, CAST(round(CAST(p50_s AS numeric), 0) AS integer), CAST(round(CAST(p90_s AS numeric), 0) AS integer)"
                        + " FROM %s WHERE replied > 0 ORDER BY 1, 2, 3, 4, 5, 6";
        List<List<String>> inPostgres = Rows.of(connection, question.formatted("satisflow.first_replies"))
                .rows();

        assertThat(inPostgres).isNotEmpty();
        try (ResultTables offline = ResultTables.open(replay.directory().resolve("topics"), ZONE);
                ResultTables iceberg = ResultTables.ofIceberg(folder.resolve("lake"), ZONE)) {
            for (ResultTables tables : List.of(offline, iceberg)) {
                assertThat(tables.ask(question.formatted("first_replies")).rows())
                        .isEqualTo(inPostgres);
            }
        }
    }

    @Test
    void everyModelOfDbtIsMadeAndItsTestsHold() throws Exception {
        DbtProject project = new DbtProject(HOME.resolve("analytics/dbt"));
        execute("CREATE SCHEMA analytics", "SET search_path TO analytics");
        project.build(connection);

        Map<String, Long> tests = project.test(connection);
        assertThat(tests)
                .isNotEmpty()
                .allSatisfy((test, failing) -> assertThat(failing).as(test).isZero());
        assertThat(tests.keySet().toString()).contains("unique", "not_null", "relationships", "accepted_values");
        for (String model : project.models()) {
            assertThat(Rows.of(connection, "SELECT * FROM " + model).rows())
                    .as(model)
                    .isNotEmpty();
        }
        assertThat(project.sources())
                .containsExactlyInAnyOrderElementsOf(Tables.ALL.stream()
                        .map(table -> "satisflow." + table.name())
                        .toList());
        // The same numbers as in the books of the replay and of the table below.
        assertThat(Rows.of(connection, "SELECT total_tickets FROM satisflow__ticket_summary")
                        .only())
                .isEqualTo(replay.summary().path("tickets").asText());
        assertThat(Rows.of(connection, "SELECT count(*) FROM satisflow__sla_policies WHERE is_sla_breach")
                        .only())
                .isEqualTo(Rows.of(connection, "SELECT count(*) FROM satisflow.sla_instances WHERE outcome = 'missed'")
                        .only());
    }

    @Test
    void everyPanelOfTheDashboardsAnswersOverTheSample() throws Exception {
        String from = Rows.of(connection, "SELECT min(created_at) - interval '1 day' FROM satisflow.tickets")
                .only();
        String to = Rows.of(connection, "SELECT max(last_event_at) + interval '1 day' FROM satisflow.tickets")
                .only();
        int asked = 0;
        // Nobody in the sample was asked whether they would recommend; what is put in goes again below.
        connection.setAutoCommit(false);
        execute("INSERT INTO satisflow.daily (\"day\", segment, metric, n, score, as_of)"
                + " SELECT CAST(min(created_at) AS date), '{}', 'nps', 10, 20, min(created_at) FROM satisflow.tickets"
                + " ON CONFLICT (\"day\", segment, metric) DO UPDATE SET n = excluded.n, score = excluded.score");
        for (Dashboard board : Dashboard.in(HOME.resolve("docker/grafana/dashboards"))) {
            board.assertWellFormed(SOURCES);
            for (Dashboard.Question question : board.questions("rawSql")) {
                Rows answer = Rows.of(
                        connection,
                        question.text()
                                .replace("$__timeFrom()", "timestamptz '%s'".formatted(from))
                                .replace("$__timeTo()", "timestamptz '%s'".formatted(to)));
                assertThat(answer.rows()).as(question.panel()).isNotEmpty();
                if (question.type().equals("timeseries")) {
                    assertThat(answer.columns()).as(question.panel()).startsWith("time");
                }
                asked++;
            }
        }
        connection.rollback();
        connection.setAutoCommit(true);
        assertThat(asked).isGreaterThanOrEqualTo(8);
    }

    @Test
    void dashboardsAndAlertRulesNameWhatTheEngineMeasures() throws Exception {
        MeasuredNames names = new MeasuredNames();
        int asked = 0;
        for (Dashboard board : Dashboard.in(HOME.resolve("docker/grafana/dashboards"))) {
            for (Dashboard.Question question : board.questions("expr")) {
                names.assertAnswer(question.text());
                asked++;
            }
        }
        Set<String> alerts = new TreeSet<>();
        for (ConfigNode group : ConfigFile.read(HOME.resolve("docker/prometheus/rules.yaml"))
                .require("groups")
                .items()) {
            for (ConfigNode rule : group.require("rules").items()) {
                names.assertAnswer(rule.require("expr").text());
                assertThat(alerts.add(rule.require("alert").text())).isTrue();
                assertThat(rule.require("annotations").entries()).containsKeys("summary", "remedy");
            }
        }
        assertThat(asked).isGreaterThanOrEqualTo(7);
        assertThat(alerts).hasSizeGreaterThanOrEqualTo(5);
    }

    @Test
    void whatIsMeasuredIsDocumented() throws Exception {
        String documented = Files.readString(HOME.resolve("docs/operations.md")).replace("`-", "`notifications");
        assertThat(new MeasuredNames().ours())
                .allSatisfy(name -> assertThat(documented).contains("`%s`".formatted(name)));
    }

    private static void execute(String... statements) throws Exception {
        try (Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
