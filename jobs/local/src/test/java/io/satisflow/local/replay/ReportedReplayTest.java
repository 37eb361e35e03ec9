package io.satisflow.local.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exports that people could not read, through the command: its books, its canonical records and its windows. */
class ReportedReplayTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Path DATA = Path.of(System.getProperty("satisflow.data", ""));
    private static final Path CASES = DATA.resolveSibling("cases").resolve("reported/intake");
    private static final String SETTINGS = """
            channels: [{mapping: "%s"}]
            segments: {by: [[]]}
            windows: {rolling: [{length: 1h, step: 1h}, {length: 24h, step: 1h}]}
            """;

    @TempDir
    Path folder;

    @BeforeAll
    static void requireCases() {
        assumeTrue(
                !DATA.toString().isEmpty() && Files.isDirectory(CASES),
                "the reported cases are not here; give the folder beside them with -Dsatisflow.data=DIR");
    }

    /** Each file with how many rows are accepted, refused by reason, and left out, and the ids that count. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            formats/quote.csv       | formats/map.yaml    |                         | 2 | {"unreadable_row": 1} | 0 | 1 3
            formats/ragged.csv      | formats/map.yaml    |                         | 2 | {"unreadable_row": 1} | 0 | 1 3
            formats/cp1252.csv      | formats/map.yaml    | --encoding windows-1252 | 2 | {}                    | 0 | 1 2
            formats/concat.json     | formats/map.yaml    |                         | 2 | {}                    | 0 | 1 2
            formats/surveymonkey.csv | formats/map.yaml   |                         | 1 | {"missing_id": 1}     | 0 | 1
            formats/tz.csv          | formats/tz_map.yaml |                         | 1 | {}                    | 0 | 1
            discord/export.json     | discord/map.yaml    |                         | 2 | {}                    | 2 |
            epoch_mix/in.jsonl      | epoch_mix/millis_first.yaml |                 | 2 | {"bad_time": 2}       | 0 | 1 2
            """)
    void every_row_has_its_place(
            String file, String mapping, String more, int accepted, String refused, int ignored, String ids)
            throws IOException {
        ReplayRun run =
                replay(file, mapping, more == null ? new String[0] : more.trim().split(" "));

        JsonNode summary = run.summary();
        assertThat(summary.get("balanced").asBoolean()).isTrue();
        assertThat(summary.get("accepted").asInt()).isEqualTo(accepted);
        assertThat(summary.at("/dead_letters/by_reason")).isEqualTo(MAPPER.readTree(refused));
        assertThat(summary.at("/ignored/total").asInt()).isEqualTo(ignored);
        assertThat(summary.at("/feedback_fates/counted").asInt()).isEqualTo(accepted);
        if (ids != null) {
            assertThat(run.topic("feedback"))
                    .extracting(each -> each.get("id").asText())
                    .containsExactlyInAnyOrder(ids.split(" "));
        }
    }

    @Test
    void a_list_that_begins_with_the_newest_gives_the_windows_of_one_that_begins_with_the_oldest() throws IOException {
        ReplayRun newest = replay("reverse_order/newest_first.jsonl", "reverse_order/map.yaml");
        ReplayRun oldest = replay("reverse_order/oldest_first.jsonl", "reverse_order/map.yaml");

        assertThat(newest.bytesOf("satisfaction-steps")).isEqualTo(oldest.bytesOf("satisfaction-steps"));
        assertThat(newest.summary().at("/feedback_fates/counted").asInt()).isEqualTo(5);
        assertThat(newest.summary().at("/feedback_fates/too_late").asInt()).isZero();
    }

    @Test
    void the_last_minute_is_in_a_window() throws IOException {
        ReplayRun run = replay("last_minute/in.jsonl", "last_minute/map.yaml");

        assertThat(run.topic("satisfaction-now"))
                .filteredOn(row -> row.get("window").asText().equals("24h"))
                .singleElement()
                .satisfies(row ->
                        assertThat(row.at("/metrics/volume/value").asInt()).isEqualTo(1));
    }

    @Test
    void scales_that_nothing_measures_are_counted() throws IOException {
        ReplayRun run = replay("unmeasured/in.jsonl", "unmeasured/map.yaml");

        assertThat(run.summary().at("/unmeasured_ratings/by_question")).isNotEmpty();
    }

    /** Read by hand: 31 rows, of which four ids come twice, seven rows hold nothing that can be used. */
    @Test
    void numbers_as_people_write_them_are_booked_one_by_one() throws IOException {
        ReplayRun run = replay("p2_numbers/in.jsonl", "p2_numbers/map.yaml");

        assertThat(run.summary().at("/dead_letters/by_reason"))
                .isEqualTo(
                        MAPPER.readTree("{\"bad_time\": 3, \"rating_not_a_number\": 2, \"rating_out_of_scale\": 2}"));
        JsonNode fates = run.summary().get("feedback_fates");
        assertThat(List.of("counted", "edit", "duplicate", "outdated", "too_late", "duplicates_that_differ"))
                .extracting(fate -> fates.get(fate).asInt())
                .containsExactly(20, 1, 2, 1, 0, 0);
    }

    /** As the console writes them, in UTF-16; compared with what a library reads of the same rows in UTF-8. */
    @Test
    void the_reviews_of_a_store_are_what_an_independent_reading_finds() throws IOException {
        ReplayRun run = replay("gplay/reviews.csv", "gplay/map.yaml");

        JsonNode fates = run.summary().get("feedback_fates");
        assertThat(run.summary().get("rows").asInt()).isEqualTo(361);
        assertThat(run.summary().get("accepted").asInt()).isEqualTo(361);
        assertThat(Set.of(
                                "counted",
                                "edit",
                                "duplicate",
                                "outdated",
                                "repeat",
                                "too_late",
                                "edit_too_late",
                                "after_last_step")
                        .stream()
                        .mapToInt(fate -> fates.get(fate).asInt())
                        .sum())
                .isEqualTo(361);
        assertThat(run.topic("feedback").stream().map(ReportedReplayTest::told).sorted())
                .containsExactlyElementsOf(reviews());
    }

    /** When, how many stars, which words: what somebody wrote, whatever is redacted in it, has its length at least. */
    private static String told(JsonNode feedback) {
        return "%s %s %s"
                .formatted(
                        Instant.parse(feedback.get("occurred_at").asText()).toEpochMilli(),
                        feedback.at("/ratings/0/value").asInt(),
                        feedback.hasNonNull("text") ? "with words" : "without words");
    }

    private static List<String> reviews() throws IOException {
        List<String> reviews = new ArrayList<>();
        try (Reader in = Files.newBufferedReader(CASES.resolve("gplay/reviews_utf8.csv"))) {
            for (CSVRecord row : CSVFormat.DEFAULT
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(in)) {
                String words = row.get("Review Title") + row.get("Review Text");
                reviews.add("%s %s %s"
                        .formatted(
                                row.get("Review Submit Millis Since Epoch"),
                                row.get("Star Rating"),
                                words.isBlank() ? "without words" : "with words"));
            }
        }
        reviews.sort(Comparator.naturalOrder());
        return reviews;
    }

    private ReplayRun replay(String file, String mapping, String... more) throws IOException {
        Path settings = Files.writeString(
                folder.resolve("satisflow.yaml"),
                SETTINGS.formatted(CASES.resolve(mapping).toAbsolutePath()));
        List<String> options = new ArrayList<>(List.of("--config", settings.toString(), "--max-refused", "60%"));
        options.addAll(List.of(more));
        return ReplayRun.of(
                CASES.resolve(mapping).toString(),
                CASES.resolve(file),
                folder.resolve(file.replaceAll("\\W", "-")),
                options.toArray(new String[0]));
    }
}
