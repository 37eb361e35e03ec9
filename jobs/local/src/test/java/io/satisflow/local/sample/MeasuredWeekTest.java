package io.satisflow.local.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.satisflow.config.ConfigFile;
import io.satisflow.local.cli.CommandLineRun;
import io.satisflow.local.replay.ReplayRun;
import io.satisflow.local.tables.Report;
import io.satisflow.local.tables.ResultTables;
import io.satisflow.satisfaction.SatisfactionFile;
import io.satisflow.satisfaction.SatisfactionSettings;
import io.satisflow.satisfaction.score.TrackedMetric;
import io.satisflow.satisfaction.tally.Tallies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The made-up help desk, replayed as its reader is told to: every measure that its settings name is filled wherever people look. */
class MeasuredWeekTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final int ENOUGH_FOR_P99 = 100;
    private static final Set<String> OF_TEXTS = Set.of("sentiment", "recovery");

    @TempDir
    private static Path folder;

    private static SatisfactionSettings settings;
    private static ReplayRun replay;

    @BeforeAll
    static void replayAWeek() throws IOException {
        Path weeks = folder.resolve("weeks");
        SampleFolder.write(weeks, 1);
        Path config = weeks.resolve("satisflow.yaml");
        // Fewer windows and steps than the sample has: what is asked is whether each is filled, not how often.
        Files.writeString(
                config,
                Files.readString(config)
                        .replaceFirst("length: 24h, step: 1h", "length: 24h, step: 24h")
                        .replaceFirst("(?m)^ +- \\{length: 7d.*\\R", "")
                        .replaceFirst("step: 6h\\}", "of: [week], step: 24h}"));
        settings = SatisfactionFile.read(ConfigFile.read(config));
        replay = ReplayRun.of("desk", weeks.resolve("desk.jsonl"), folder.resolve("D"), "--config", config.toString());
    }

    @Test
    void every_score_of_every_metric_has_a_value_in_some_row_or_says_that_it_rests_on_too_little() {
        Set<String> names = new TreeSet<>();
        for (TrackedMetric tracked : settings.metrics()) {
            names.addAll(tracked.metric().scores(Tallies.NOTHING, Instant.EPOCH).keySet());
        }
        Map<String, Long> most = new TreeMap<>();
        Set<String> filled = new TreeSet<>();
        Set<String> provisional = new TreeSet<>();
        for (JsonNode row : replay.topic("satisfaction-steps")) {
            row.get("metrics").properties().forEach(metric -> {
                if (row.get("segment").isEmpty()) {
                    most.merge(metric.getKey(), metric.getValue().get("n").asLong(), Math::max);
                }
                if (metric.getValue().hasNonNull("value")) {
                    filled.add(metric.getKey());
                }
                if (metric.getValue().path("provisional").asLong() > 0) {
                    provisional.add(metric.getKey());
                }
            });
        }

        assertThat(most.keySet()).containsAll(names);
        names.removeIf(name -> name.endsWith(".p99") && most.getOrDefault(name, 0L) < ENOUGH_FOR_P99);
        assertThat(filled).containsAll(names).contains("csi.outcome.contribution");
        assertThat(provisional).contains("fcr.one_touch", "reopen_rate", "response_rate", "collection_coverage");
    }

    @Test
    void the_books_add_up_with_counts_of_orders_apart() {
        assertThat(replay.summary().get("balanced").asBoolean()).isTrue();
        assertThat(replay.summary().at("/feedback_fates/exposure").asInt()).isEqualTo(7);
        assertThat(replay.summary().get("metrics_without_answers")).isEmpty();
    }

    /** Counted again from the records: one key has one row, and it holds what tickets and what feedback say. */
    @Test
    void a_segment_of_whatever_kind_holds_measures_of_tickets_and_of_feedback_in_one_row() {
        Map<String, Map<String, Integer>> expected = DeskCounts.bySegment(folder.resolve("weeks/desk.jsonl"));
        Map<String, JsonNode> wholes = new TreeMap<>();
        for (JsonNode row : replay.topic("satisfaction-now")) {
            if (row.get("window").asText().equals("30d")) {
                assertThat(wholes.put(row.get("segment").toString(), row))
                        .as("two rows of a key")
                        .isNull();
            }
        }

        assertThat(expected).hasSize(1 + 3 + 6 + 3 + 3);
        assertThat(wholes.keySet()).containsAll(expected.keySet());
        expected.forEach((segment, counts) -> {
            JsonNode metrics = Objects.requireNonNull(wholes.get(segment)).get("metrics");
            assertThat(metrics.at("/csat/n").asInt()).as("csat of %s", segment).isEqualTo(counts.get("csat"));
            assertThat(metrics.at("/resolution_rate/n").asInt())
                    .as("tickets of %s", segment)
                    .isEqualTo(counts.get("tickets"));
            for (String name : List.of(
                    "sentiment", "first_reply_time", "sla_attainment.first_reply", "reopen_rate", "customers")) {
                assertThat(metrics.at("/" + name + "/n").asInt())
                        .as("%s of %s", name, segment)
                        .isPositive();
            }
        });
        for (String language : List.of("en", "zh")) {
            JsonNode metrics = Objects.requireNonNull(wholes.get("{\"language\":\"%s\"}".formatted(language)), language)
                    .get("metrics");
            assertThat(metrics.at("/sentiment/n").asInt()).as(language).isPositive();
            assertThat(metrics.at("/resolution_rate/n").asInt()).as(language).isPositive();
        }
    }

    /** Of texts nearly, and not how they are labelled: their scores are kept from a release, see {@link SampleTexts}. */
    @Test
    void what_an_explanation_works_out_is_what_the_replay_says() {
        JsonNode row = replay.topic("satisfaction-now").stream()
                .filter(each -> each.get("segment").isEmpty()
                        && each.get("window").asText().equals("30d"))
                .findFirst()
                .orElseThrow();
        for (TrackedMetric tracked : settings.metrics()) {
            String metric = tracked.metric().name();
            boolean isOfTexts = OF_TEXTS.contains(metric);
            SampleRows.of(tracked, SampleWeek.read()).scores().forEach((name, score) -> {
                JsonNode told = row.get("metrics").get(name);
                if (metric.equals("agreement") || (isOfTexts && !name.equals(metric))) {
                    return;
                }
                assertThat(score.n())
                        .as("n of %s", name)
                        .isEqualTo(told.get("n").asLong());
                if (score.value() != null) {
                    double nearly = isOfTexts ? 0.1 : 1e-6;
                    assertThat(score.value())
                            .as(name)
                            .isCloseTo(told.get("value").asDouble(), within(nearly));
                }
            });
        }
    }

    @Test
    void sql_and_the_report_and_explanations_hold_every_metric() {
        List<String> metrics = settings.metrics().stream()
                .map(tracked -> tracked.metric().name())
                .toList();
        try (ResultTables tables = ResultTables.open(replay.directory().resolve("topics"), BERLIN)) {
            assertThat(column(
                            tables.ask("SELECT DISTINCT metric FROM satisfaction WHERE score IS NOT NULL")
                                    .rows(),
                            0))
                    .containsAll(metrics);
            assertThat(tables.ask("SELECT count(*) FROM satisfaction WHERE \"plan\" IS NOT NULL AND needed IS NOT NULL")
                            .rows()
                            .get(0)
                            .get(0))
                    .isNotEqualTo("0");
            Report report = Report.of(
                    tables,
                    new Report.Period(LocalDate.parse("2026-03-02"), LocalDate.parse("2026-03-09"), BERLIN),
                    List.of("team"),
                    Locale.ENGLISH);
            assertThat(column(section(report, "How sure: the longest window at the end"), 1))
                    .containsAll(metrics);
            assertThat(column(section(report, "Beside targets"), 0)).contains("csat", "nps.relationship");
        }
        Path config = folder.resolve("weeks/satisflow.yaml");
        for (String metric : metrics) {
            CommandLineRun explained = CommandLineRun.of("metrics", "explain", metric, "--config", config);
            assertThat(explained.exitCode()).as(explained.err()).isZero();
            assertThat(explained.out())
                    .as(metric)
                    .contains("\n    " + metric + " = ")
                    .doesNotContain("\n    " + metric + " = - (n");
        }
    }

    private static List<List<String>> section(Report report, String title) {
        return report.sections().stream()
                .filter(section -> section.title().equals(title))
                .findFirst()
                .orElseThrow()
                .answer()
                .rows();
    }

    private static List<String> column(List<List<String>> rows, int index) {
        return rows.stream().map(row -> row.get(index)).toList();
    }
}
