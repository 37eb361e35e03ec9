package io.satisflow.local.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.satisflow.local.cli.CommandLineRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a replay says of its file: the windows of its times, and a place for every row. */
class ReplayBooksTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String MAPPING = """
            channel: rev
            kind: app
            id: /id
            occurred_at: /at
            revision: /rev
            text: /text
            ignore: {/bot: "true"}
            ratings: [{question: stars, pointer: /stars, scale: [1, 5]}, {question: mood, pointer: /mood, scale: [1, 3]}]
            """;

    @TempDir
    Path folder;

    @Test
    void the_order_of_the_file_changes_nothing() throws IOException {
        List<String> ordered = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            ordered.add("{\"id\": \"r%d\", \"at\": \"2026-03-%02dT%02d:30:00Z\", \"stars\": %d}"
                    .formatted(i, 1 + i / 20, i % 20, 1 + i % 5));
        }
        List<String> shuffled = new ArrayList<>(ordered);
        Collections.shuffle(shuffled, new Random(3));

        ReplayRun one = replay("ordered", ordered);
        ReplayRun other = replay("shuffled", shuffled);

        assertThat(other.bytesOf("satisfaction-steps")).isEqualTo(one.bytesOf("satisfaction-steps"));
        assertThat(other.summary().at("/feedback_fates/counted").asInt()).isEqualTo(60);
        assertThat(other.summary().at("/feedback_fates/too_late").asInt()).isZero();
    }

    @Test
    void every_row_and_every_answer_has_its_place_in_the_summary_and_the_last_minute_is_in_a_window()
            throws IOException {
        ReplayRun run = replay(
                "books",
                List.of(
                        "{\"id\": 1, \"at\": \"2026-03-02T09:00:00Z\", \"rev\": 1, \"stars\": 5, \"mood\": 3, \"text\": \"great\"}",
                        "{\"id\": 1, \"at\": \"2026-03-02T09:00:00Z\", \"rev\": 1, \"stars\": 4, \"text\": \"great\"}",
                        "{\"id\": 1, \"at\": \"2026-03-02T09:00:00Z\", \"rev\": 2, \"stars\": 1, \"text\": \"terrible\"}",
                        "{\"id\": 2, \"at\": \"2026-03-02T09:00:10Z\", \"stars\": 9, \"text\": \"fine\"}",
                        "{\"id\": 3, \"bot\": true}",
                        "{\"id\": 4, \"stars\": 5}"),
                "--max-refused",
                "30%");

        JsonNode summary = run.summary();
        assertThat(summary.get("balanced").asBoolean()).isTrue();
        assertThat(summary.get("accepted").asInt()).isEqualTo(4);
        assertThat(summary.at("/dead_letters/by_reason/missing_time").asInt()).isEqualTo(1);
        assertThat(summary.at("/ignored/by_reason/ignore").asInt()).isEqualTo(1);
        assertThat(summary.at("/refused_parts/by_reason/rating_out_of_scale").asInt())
                .isEqualTo(1);
        assertThat(summary.get("feedback_fates")).isEqualTo(MAPPER.readTree("""
                        {"counted": 2, "exposure": 0, "edit": 1, "duplicate": 1, "outdated": 0, "repeat": 0, "too_late": 0, "edit_too_late": 0, "after_last_step": 0,
                         "duplicates_that_differ": 1}"""));
        assertThat(summary.at("/sentiment/total").asInt())
                .as("a text that was said twice, or taken back, counts once: %s", summary.get("sentiment"))
                .isEqualTo(2);
        assertThat(summary.at("/sentiment/not_counted")).isEqualTo(MAPPER.readTree("{\"duplicate\": 1, \"edit\": 1}"));
        assertThat(summary.get("unmeasured_ratings").toString()).contains("\"mood [1, 3]\":1");
        assertThat(summary.get("until").asText()).isEqualTo("2026-03-02T09:15:00Z");
        assertThat(run.topic("satisfaction-now").stream()
                        .filter(row -> row.get("segment").isEmpty()
                                && row.get("window").asText().equals("24h"))
                        .map(row -> row.at("/metrics/volume/value").asInt()))
                .containsExactly(2);
    }

    @Test
    void a_file_of_which_nothing_can_be_used_ends_with_1_and_says_why_once() throws IOException {
        Path file = Files.writeString(folder.resolve("bad.jsonl"), "{\"id\": 1, \"at\": 0, \"stars\": 5}\n".repeat(5));

        CommandLineRun run =
                CommandLineRun.of("replay", "--channel", mapping(), "--file", file, "--dir", folder.resolve("bad"));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).contains("Nothing was accepted of 5 rows: 5 bad_time, the first in row 1");
        assertThat(Files.readString(folder.resolve("bad/summary.json"))).contains("\"bad_time\" : 5");
    }

    @Test
    void a_question_whose_answers_are_refused_ends_with_1_although_its_rows_have_texts() throws IOException {
        List<String> rows = List.of(
                "{\"id\": 1, \"at\": \"2026-03-02T09:00:00Z\", \"stars\": 70, \"mood\": 3, \"text\": \"great\"}",
                "{\"id\": 2, \"at\": \"2026-03-02T09:00:10Z\", \"stars\": 90, \"mood\": 2, \"text\": \"fine\"}");
        Path file = Files.write(folder.resolve("scale.jsonl"), rows);

        CommandLineRun run =
                CommandLineRun.of("replay", "--channel", mapping(), "--file", file, "--dir", folder.resolve("scale"));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains(
                        "Note: 2 of 2 values of stars are refused, in rows that are used otherwise; the first, row 1:")
                .contains("2 of 2 values of stars could not be used, 100.0 %, more than the 20 % that --max-refused"
                        + " allows; the first, row 1:");
        JsonNode summary = new ReplayRun(folder.resolve("scale")).summary();
        assertThat(summary.get("accepted").asInt()).isEqualTo(2);
        assertThat(summary.at("/refused_parts/total").asInt()).isEqualTo(2);
    }

    @Test
    void ids_that_stand_for_something_new_after_weeks_are_told_with_what_to_do() throws IOException {
        List<String> rows = new ArrayList<>();
        for (int id = 0; id < 10; id++) {
            rows.add("{\"id\": %d, \"at\": \"2026-01-02T09:%02d:00Z\", \"stars\": 4}".formatted(id, id));
        }
        rows.add("{\"id\": 3, \"at\": \"2026-03-20T09:00:00Z\", \"stars\": 1}");
        Path file = Files.write(folder.resolve("again.jsonl"), rows);

        CommandLineRun run =
                CommandLineRun.of("replay", "--channel", mapping(), "--file", file, "--dir", folder.resolve("again"));

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err())
                .contains("Note: 1 of 11 pieces of feedback came under an id that stood for something else long before")
                .contains("map one that is never used again, such as id: {join: [/id, /created_at], with: \":\"}.");
    }

    @Test
    void the_summary_names_the_clocks_that_a_list_of_tickets_cannot_be_judged_by_and_the_zone_that_nobody_said()
            throws IOException {
        Path mapping = Files.writeString(folder.resolve("list.yaml"), """
            channel: list
            kind: ticket
            zone: UTC
            id: /id
            occurred_at: {pointer: /opened, format: "yyyy-MM-dd HH:mm"}
            ticket:
              id: /id
              event: created
              not_judged: {first_reply: the file has no time of the first reply}
            """);
        Path file = Files.writeString(folder.resolve("list.csv"), """
            id,opened
            7,2026-11-02 09:05
            8,2026-11-02 10:05
            """);

        CommandLineRun run =
                CommandLineRun.of("replay", "--channel", mapping, "--file", file, "--dir", folder.resolve("list"));

        assertThat(run.exitCode()).as(run.err()).isZero();
        JsonNode summary = new ReplayRun(folder.resolve("list")).summary();
        assertThat(summary.get("clocks_not_judged")).isEqualTo(MAPPER.readTree("""
            [{"clock": "first_reply", "tickets": 2, "reason": "the file has no time of the first reply"}]\
            """));
        assertThat(summary.get("clocks_without_events"))
                .anySatisfy(
                        each -> assertThat(each.asText())
                                .startsWith(
                                        "next_reply cannot be judged by channel list alone, whose mapping tells of no agent_reply or bot_reply"));
        assertThat(summary.get("clocks_without_events").toString()).doesNotContain("first_reply");
        assertThat(run.err())
                .contains(
                        "Note: first_reply is not judged (tickets: 2)",
                        "Note: next_reply cannot be judged by channel list")
                .contains("Note: 2 rows tell times without a zone, which are read as UTC; write the zone they are in as"
                        + " zone: in "
                        + mapping);
    }

    private ReplayRun replay(String name, List<String> lines, String... more) throws IOException {
        Path file = Files.write(folder.resolve(name + ".jsonl"), lines);
        return ReplayRun.of(mapping().toString(), file, folder.resolve(name), more);
    }

    private Path mapping() throws IOException {
        return Files.writeString(folder.resolve("map.yaml"), MAPPING);
    }
}
