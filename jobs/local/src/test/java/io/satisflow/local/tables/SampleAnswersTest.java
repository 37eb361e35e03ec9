package io.satisflow.local.tables;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.satisflow.local.cli.CommandLineRun;
import io.satisflow.local.replay.ReplayRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The questions of docs/data-out.md, asked of the help desk's sample as they stand there. */
class SampleAnswersTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Path SAMPLE = CommandLineRun.HOME.resolve("config/samples/helpdesk.jsonl");
    private static final Pattern QUESTION = Pattern.compile("\\./satisflow sql --dir out \"(SELECT [^\"]+)\"\n```");
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @TempDir
    private static Path folder;

    private static ReplayRun replay;

    @BeforeAll
    static void replayTheSample() throws IOException {
        replay = ReplayRun.of("helpdesk", SAMPLE, folder.resolve("out"), "--config", withARuleOnAScore());
    }

    /** The shipped settings, and a rule that fires again and again on the same score. */
    private static String withARuleOnAScore() throws IOException {
        Path config = CommandLineRun.HOME.resolve("config");
        Path copy = folder.resolve("config");
        try (Stream<Path> files = Files.walk(config)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(config.relativize(file).toString()));
            }
        }
        Path settings = copy.resolve("satisflow.yaml");
        String rules = Files.readString(settings);
        String before = "    - {name: sla warning,";
        assertThat(rules).contains(before);
        Files.writeString(
                settings,
                rules.replace(
                        before,
                        "    - {name: angry, on: threshold, metric: sentiment, window: 1h, segment: [], below: -0.5, min_n: 1}\n"
                                + before));
        return settings.toString();
    }

    @Test
    void theThreeQuestionsAreAnsweredAsTheyStandInTheDocumentation() throws IOException {
        List<String> questions = QUESTION.matcher(Files.readString(CommandLineRun.HOME.resolve("docs/data-out.md")))
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
        assertThat(questions).hasSize(3);

        List<String> missed = asked(questions.get(0));
        List<String> csat = asked(questions.get(1));
        List<String> alerts = asked(questions.get(2));

        assertThat(missed.stream().mapToLong(SampleAnswersTest::lastNumber).sum())
                .as("missed first replies by team: %s", missed)
                .isEqualTo(missedFirstReplies())
                .isPositive();
        assertThat(csat).isNotEmpty().allSatisfy(line -> assertThat(line).matches("2026-\\d\\d-\\d\\d,[^,]+,\\d+,.*"));
        assertThat(alerts)
                .hasSize((int) replay.topic("alerts").stream()
                        .filter(alert -> !List.of("pending", "inactive")
                                .contains(alert.path("state").asText()))
                        .map(alert -> alert.path("id").asText())
                        .distinct()
                        .count())
                .isNotEmpty();
    }

    @Test
    void everyAlertThatSomebodyWasToldOfIsARowHoweverOftenItsRuleFiredOnTheSame() {
        Set<String> told = new TreeSet<>();
        replay.topic("notifications")
                .forEach(notification -> notification
                        .path("alerts")
                        .forEach(alert -> told.add(alert.path("id").asText())));
        Set<String> rows = new TreeSet<>();
        ask(SHANGHAI, "SELECT id FROM alerts").forEach(row -> rows.add(row.get(0)));

        assertThat(ask(SHANGHAI, "SELECT count(*) > 1, count(DISTINCT \"key\") FROM alerts WHERE \"rule\" = 'angry'"))
                .as("the rule fired more than once on the same score")
                .containsExactly(List.of("true", "1"));
        assertThat(rows).containsAll(told);
        assertThat(replay.summary().at("/alerts/total").asInt()).isEqualTo(rows.size());
    }

    @Test
    void aScoreOutOfBoundsIsToldWithWhatCustomersSay() {
        List<JsonNode> told = replay.topic("notifications").stream()
                .filter(notification -> notification
                        .path("alerts")
                        .path(0)
                        .path("rule")
                        .asText()
                        .equals("angry"))
                .filter(notification -> notification.path("reason").asText().equals("first"))
                .toList();

        assertThat(told)
                .isNotEmpty()
                .anySatisfy(notification ->
                        assertThat(notification.path("text").asText()).contains("Customers say:\n“"));
    }

    private static long lastNumber(String line) {
        return Long.parseLong(line.substring(line.lastIndexOf(',') + 1));
    }

    private static long missedFirstReplies() {
        long missed = 0;
        for (JsonNode clock : replay.summary().path("clocks")) {
            missed += clock.path("clock").asText().equals("first_reply")
                    ? clock.path("missed").asLong()
                    : 0;
        }
        return missed;
    }

    /** Lines of CSV, without the one that names the columns. */
    private static List<String> asked(String question) {
        CommandLineRun run =
                CommandLineRun.of("sql", "--dir", replay.directory(), "--format", "csv", question.replace("\n", " "));
        assertThat(run.exitCode()).as(run.err()).isZero();
        return run.out().lines().skip(1).toList();
    }

    /** Across a change of clocks: ResultTablesTest. */
    @Test
    void daysAddUpToThePeriodInEveryZone() {
        List<List<String>> inShanghai = sumsOver(SHANGHAI);

        assertThat(inShanghai).isNotEmpty().isEqualTo(sumsOver(NEW_YORK));
        for (List<String> answers : ask(SHANGHAI, "SELECT question, count(*) FROM ratings GROUP BY question")) {
            assertThat(ask(
                            SHANGHAI,
                            "SELECT sum(n) FROM daily WHERE cardinality(segment) = 0 AND metric = '%s'"
                                    .formatted(answers.get(0))))
                    .as(answers.get(0))
                    .containsExactly(List.of(answers.get(1)));
        }
    }

    private static List<List<String>> sumsOver(ZoneId zone) {
        return ask(
                zone,
                "SELECT metric, sum(n), round(sum(total), 6), sum(top), sum(met), sum(missed) FROM daily"
                        + " WHERE cardinality(segment) = 0 GROUP BY metric ORDER BY metric");
    }

    private static List<List<String>> ask(ZoneId zone, String query) {
        try (ResultTables tables = ResultTables.open(replay.directory().resolve("topics"), zone)) {
            return tables.ask(query).rows();
        }
    }

    @Test
    void promisesAndTicketsAreThoseThatSlaReplayCounts() throws IOException {
        CommandLineRun run =
                CommandLineRun.of("sla", "replay", "--channel", "helpdesk", "--events", SAMPLE, "--summary");
        assertThat(run.err()).contains("36 tickets", "1 row that could not be read");
        int summaries = 0;
        for (String line : run.out().lines().toList()) {
            JsonNode summary = MAPPER.readTree(line).path("summary");
            if (!summary.isMissingNode()) {
                summaries++;
                assertThat(promises(
                                summary.path("policy").asText(),
                                summary.path("clock").asText()))
                        .as(line)
                        .isEqualTo(List.of(
                                summary.path("met").asText(),
                                summary.path("missed").asText(),
                                summary.path("running").asText(),
                                summary.path("cancelled").asText()));
            }
        }
        assertThat(summaries).isPositive();
        assertThat(ask(SHANGHAI, "SELECT count(*) FROM tickets"))
                .containsExactly(List.of(replay.summary().path("tickets").asText()));
    }

    private static List<String> promises(String policy, String clock) {
        return ask(
                        SHANGHAI,
                        ("SELECT count(*) FILTER (outcome = 'met'), count(*) FILTER (outcome = 'missed'),"
                                        + " count(*) FILTER (outcome = 'running'), count(*) FILTER (outcome = 'cancelled')"
                                        + " FROM sla_instances WHERE policy = '%s' AND clock = '%s'")
                                .formatted(policy.replace("'", "''"), clock))
                .get(0);
    }
}
