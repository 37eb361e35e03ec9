package io.satisflow.local.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.satisflow.local.cli.CommandLineRun;
import io.satisflow.privacy.Redaction;
import io.satisflow.scoring.ShippedScorers;
import io.satisflow.sentiment.Sentiment;
import io.satisflow.sentiment.SentimentScorer;
import io.satisflow.text.WellFormedText;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real labelled texts: what the windows say of them is what the scorer says of them on its own. */
class LabelledReplayTest {
    private static final Path DATA = Path.of(System.getProperty("satisflow.data", ""));
    private static final int ROWS = 1_500;
    private static final double SCORES_ARE_KEPT_IN_MILLIONTHS = 1e-6;
    /** All rows lie in the first half hour, so the minute of the last one has ended. */
    private static final String UNTIL = "2026-01-05T09:30:00Z";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"en_airline, en", "zh_waimai, zh"})
    void the_windows_hold_every_row_and_the_mean_of_its_scores(String name, String language) throws IOException {
        Path collection = DATA.resolve("sentiment").resolve(name + ".csv");
        assumeTrue(
                !DATA.toString().isEmpty() && Files.exists(collection),
                "the real data is not here; give its folder with -Dsatisflow.data=DIR");
        List<CSVRecord> rows = firstRows(collection);

        ReplayRun replay = ReplayRun.of(
                mapping(name), copyOf(rows, name), folder.resolve("out"), "--until", UNTIL, "--parallelism", "2");

        double[] scores = offlineScores(rows, language);
        JsonNode summary = replay.summary();
        assertThat(summary.get("balanced").asBoolean()).isTrue();
        assertThat(summary.get("accepted").asInt()).isEqualTo(rows.size());
        assertThat(scores).hasSameSizeAs(rows);
        for (String window : List.of("1h", "24h")) {
            assertHolds(lastOfAll(replay.topic("satisfaction-now"), window), scores);
            assertHolds(lastOfAll(replay.topic("satisfaction-steps"), window), scores);
        }
    }

    private static void assertHolds(JsonNode metrics, double[] scores) {
        assertThat(metrics.at("/volume/value").asLong()).isEqualTo(scores.length);
        assertThat(metrics.at("/sentiment/n").asLong()).isEqualTo(scores.length);
        double mean = Arrays.stream(scores).average().orElseThrow();
        assertThat(metrics.at("/sentiment/value").asDouble()).isCloseTo(mean, within(SCORES_ARE_KEPT_IN_MILLIONTHS));
    }

    /** Of the segment that holds all feedback. */
    private static JsonNode lastOfAll(List<JsonNode> rows, String window) {
        return rows.stream()
                .filter(row -> row.get("segment").isEmpty())
                .filter(row -> row.get("window").asText().equals(window))
                .max(Comparator.comparing(row -> row.get("to").asText()))
                .orElseThrow()
                .get("metrics");
    }

    /** With nothing of the engine but what intake promises to do to a text: no personal data, no outer blanks. */
    private static double[] offlineScores(List<CSVRecord> rows, String language) {
        SentimentScorer scorer = new ShippedScorers().create();
        return rows.stream()
                .map(row -> Redaction.OF_TEXTS.redact(
                        WellFormedText.of(row.get("text").strip())))
                .map(text -> scorer.score(text, language))
                .filter(Sentiment::isScored)
                .mapToDouble(Sentiment::score)
                .toArray();
    }

    private static String mapping(String name) {
        return CommandLineRun.HOME
                .resolve("config/channels/labelled")
                .resolve(name + ".yaml")
                .toString();
    }

    private static List<CSVRecord> firstRows(Path collection) throws IOException {
        try (Reader csv = Files.newBufferedReader(collection)) {
            return CSVFormat.DEFAULT.builder().setHeader().get().parse(csv).stream()
                    .limit(ROWS)
                    .toList();
        }
    }

    private Path copyOf(List<CSVRecord> rows, String name) throws IOException {
        Path copy = folder.resolve(name + ".csv");
        String[] columns = rows.get(0).getParser().getHeaderNames().toArray(String[]::new);
        try (Writer writer = Files.newBufferedWriter(copy);
                CSVPrinter printer = new CSVPrinter(
                        writer, CSVFormat.DEFAULT.builder().setHeader(columns).get())) {
            printer.printRecords(rows);
        }
        return copy;
    }
}
