package io.satisflow.local.cli.sla;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlaReplayCommandTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<String> STORY = List.of(
            "{\"ticket\":\"T1\",\"at\":\"2026-03-02T08:00:00Z\",\"type\":\"created\",\"priority\":\"high\"}",
            "{\"ticket\":\"T2\",\"at\":\"2026-03-02T08:10:00Z\",\"type\":\"created\"}",
            "{\"ticket\":\"T2\",\"at\":\"2026-03-02T08:20:00Z\",\"type\":\"agent_reply\"}",
            "{\"ticket\":\"T1\",\"at\":\"2026-03-02T11:00:00Z\",\"type\":\"agent_reply\"}");

    @TempDir
    Path folder;

    private Path policies;

    @BeforeEach
    void promise() throws IOException {
        Files.createDirectories(folder.resolve("calendars"));
        Files.copy(
                CommandLineRun.HOME.resolve("config/calendars/berlin.yaml"), folder.resolve("calendars/berlin.yaml"));
        policies = Files.writeString(folder.resolve("policies.yaml"), """
                policies:
                  - name: urgent things
                    when: {priority: high}
                    calendar: berlin
                    targets: {first_reply: {target: 2h, time: business, warn: [30m]}}
                  - name: the rest
                    calendar: berlin
                    targets: {first_reply: {target: 4h, time: business, warn: []}}
                """);
    }

    @Test
    void clocks_speak_in_the_order_of_time_with_all_that_sla_events_have() throws IOException {
        CommandLineRun run = replay(events(STORY));

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out().lines().map(SlaReplayCommandTest::summed))
                .containsExactly(
                        "2026-03-02T08:00:00Z T1 first_reply#1 activate",
                        "2026-03-02T08:10:00Z T2 first_reply#1 activate",
                        "2026-03-02T08:20:00Z T2 first_reply#1 fulfil",
                        "2026-03-02T09:30:00Z T1 first_reply#1 warn",
                        "2026-03-02T10:00:00.001Z T1 first_reply#1 breach",
                        "2026-03-02T11:00:00Z T1 first_reply#1 fulfil");
        JsonNode warning = json(run.out().lines().toList().get(3));
        assertThat(warning.get("due").asText()).isEqualTo("2026-03-02T10:00:00Z");
        assertThat(warning.get("target_s").asInt()).isEqualTo(7200);
        assertThat(warning.get("consumed_s").asInt()).isEqualTo(5400);
        assertThat(warning.get("wall_s").asInt()).isEqualTo(5400);
        assertThat(warning.get("time").asText()).isEqualTo("business");
        assertThat(warning.get("policy").asText()).isEqualTo("urgent things");
        assertThat(warning.get("reason").asText()).isEqualTo("30m left");
        assertThat(run.err()).contains("2 tickets and 4 events up to 2026-03-02T11:00:00Z");
    }

    @Test
    void the_order_of_the_file_and_a_line_that_stands_twice_change_nothing() throws IOException {
        String inOrder = replay(events(STORY)).out();
        List<String> shuffled = new ArrayList<>(STORY);
        shuffled.add(STORY.get(3));
        Collections.shuffle(shuffled, new Random(3));

        CommandLineRun run = replay(events(shuffled));

        assertThat(run.out()).isEqualTo(inOrder);
        assertThat(run.err()).contains("duplicate: ticket T1, agent_reply");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void a_list_of_events_is_read_as_lines_are() throws IOException {
        Path list = Files.writeString(folder.resolve("events.json"), "[" + String.join(",\n ", STORY) + "]\n");

        assertThat(replay(list).out()).isEqualTo(replay(events(STORY)).out());
    }

    @Test
    void time_goes_on_until_it_is_told_to_stop() throws IOException {
        Path open = events(STORY.subList(0, 1));

        assertThat(replay(open).out().lines()).hasSize(1);
        assertThat(replay(open, "--until", "2026-03-02T10:00Z").out())
                .contains("\"warn\"")
                .doesNotContain("breach");
        assertThat(replay(open, "--until", "2026-03-02T11:00+01:00[Europe/Berlin]")
                        .out())
                .contains("\"warn\"")
                .doesNotContain("breach");
        assertThat(replay(open, "--until", "2026-03-02T10:01Z").out()).contains("\"breach\"");
        assertThat(replay(events(STORY), "--until", "2026-03-02T08:15Z").err())
                .contains("2 events up to 2026-03-02T08:15:00Z; 2 events later than that");
    }

    @Test
    void a_summary_is_told_in_json_and_in_words() throws IOException {
        CommandLineRun run = replay(events(STORY), "--summary");

        assertThat(run.out().lines().skip(6).map(line -> json(line).get("summary")))
                .satisfiesExactly(
                        rest -> {
                            assertThat(rest.get("policy").asText()).isEqualTo("the rest");
                            assertThat(rest.get("met").asInt()).isEqualTo(1);
                            assertThat(rest.get("share_met").asDouble()).isEqualTo(1);
                        },
                        urgent -> {
                            assertThat(urgent.get("clock").asText()).isEqualTo("first_reply");
                            assertThat(urgent.get("missed").asInt()).isEqualTo(1);
                            assertThat(urgent.get("warned").asInt()).isEqualTo(1);
                            assertThat(urgent.at("/worst/late_s").asInt()).isEqualTo(3600);
                        });
        assertThat(run.err())
                .containsSubsequence(
                        "the rest",
                        "first reply       1 met, 0 missed (100% met), 0 warned, 0 still running",
                        "urgent things",
                        "first reply       0 met, 1 missed (0% met), 1 warned, 0 still running",
                        "worst: T1, due 2026-03-02T10:00:00Z, done 1h later");
    }

    @Test
    void bad_lines_are_told_with_their_number_and_the_good_ones_still_count() throws IOException {
        List<String> lines = new ArrayList<>(STORY);
        lines.add(1, "{\"ticket\":\"T1\",\"type\":\"created\"}");
        lines.add("");
        lines.add("what?");

        CommandLineRun run = replay(events(lines));

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).isEqualTo(replay(events(STORY)).out());
        assertThat(run.err())
                .contains("events.jsonl:2: missing_time: at is missing", "events.jsonl:7: invalid_json")
                .contains("2 rows that could not be read");
    }

    @Test
    void a_ticket_that_is_first_seen_in_mid_life_is_adopted_as_it_is_live() throws IOException {
        Path events = events(
                List.of(
                        "{\"ticket\":\"T9\",\"at\":\"2026-03-02T08:00:00Z\",\"type\":\"agent_reply\",\"created_at\":\"2026-03-01T08:00:00Z\"}"));

        CommandLineRun run = replay(events, "--until", "2026-03-02T08:00Z");

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("\"clock\":\"first_reply\"", "not judged: first seen in mid-life");
    }

    @Test
    void settings_serve_as_well_as_a_file_of_policies() throws IOException {
        Path settings =
                Files.writeString(folder.resolve("satisflow.yaml"), "calendars: calendars\npolicies: policies.yaml\n");

        CommandLineRun run = CommandLineRun.of("sla", "replay", "--config", settings, "--events", events(STORY));

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).isEqualTo(replay(events(STORY)).out());
    }

    @Test
    void what_a_channel_sends_is_read_through_its_mapping() {
        CommandLineRun run = CommandLineRun.of(
                "sla",
                "replay",
                "--config",
                policies,
                "--channel",
                "helpdesk",
                "--events",
                CommandLineRun.HOME.resolve("config/samples/helpdesk.jsonl"));

        assertThat(run.exitCode()).as("one record of the sample is cut off").isEqualTo(1);
        assertThat(run.err()).contains("helpdesk.jsonl:41: invalid_json", "36 tickets and 152 events");
    }

    @ParameterizedTest
    @CsvSource({
        "zendesk, zendesk.jsonl, 2 tickets and 12 events",
        "freshdesk, freshdesk.json, 3 tickets and 18 events",
        "intercom, intercom.jsonl, 3 tickets and 19 events",
        "chatwoot, chatwoot.jsonl, 1 ticket and 8 events"
    })
    void raw_exports_of_helpdesks_are_read_by_their_presets(String channel, String sample, String books) {
        CommandLineRun run = CommandLineRun.of(
                "sla",
                "replay",
                "--config",
                policies,
                "--channel",
                channel,
                "--summary",
                "--events",
                CommandLineRun.HOME.resolve("config/samples").resolve(sample));

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).contains(books, "first reply");
        assertThat(run.out()).contains("\"fulfil\"", "{\"summary\":");
    }

    @Test
    void times_that_tell_no_zone_are_told_as_a_replay_does() throws IOException {
        Path mapping = Files.writeString(folder.resolve("list.yaml"), """
                channel: list
                kind: ticket
                zone: UTC
                id: /id
                occurred_at: {pointer: /opened, format: "yyyy-MM-dd HH:mm"}
                ticket: {id: /id, event: created}
                """);
        Path list =
                Files.writeString(folder.resolve("list.csv"), "id,opened\n7,2026-11-02 09:05\n8,2026-11-02 10:05\n");
        String note =
                "Note: 2 rows tell times without a zone, which are read as UTC; write the zone they are in as zone: in "
                        + mapping;

        assertThat(replay(list, "--channel", mapping).err()).contains(note);
        Files.writeString(mapping, Files.readString(mapping).replace("zone: UTC", "zone: Etc/UTC"));
        assertThat(replay(list, "--channel", mapping).err()).doesNotContain("without a zone");
    }

    @Test
    void what_cannot_be_is_said_in_a_sentence() throws IOException {
        assertRefused(2, "there is no such file", "--events", folder.resolve("none.jsonl"));
        assertRefused(2, "there is no such file", "--events", events(STORY), "--config", folder.resolve("none.yaml"));
        assertRefused(2, "write a time with its zone", "--events", events(STORY), "--until", "tomorrow");
        assertRefused(2, "neither", "--events", events(STORY), "--channel", "fax");
        assertRefused(
                1, "is not a list of JSON objects", "--events", Files.writeString(folder.resolve("o.json"), "{}"));
        assertRefused(
                1, "not a list of JSON objects", "--events", Files.writeString(folder.resolve("c.json"), "[{\"a\":"));
        Path calendarless =
                Files.writeString(folder.resolve("calendars/berlin.yaml"), "zone: Europe/Berlin\nhours: {mon: []}\n");
        assertRefused(
                2,
                calendarless + ":1:1: no day of the week has working time",
                "--config",
                policies,
                "--events",
                events(STORY));
    }

    private static void assertRefused(int exitCode, String message, Object... arguments) {
        List<Object> all = new ArrayList<>(List.of("sla", "replay"));
        all.addAll(List.of(arguments));
        CommandLineRun run = CommandLineRun.of(all.toArray());

        assertThat(run.err()).contains(message).doesNotContain("\tat ");
        assertThat(run.exitCode()).isEqualTo(exitCode);
        assertThat(run.out()).isEmpty();
    }

    private CommandLineRun replay(Path events, Object... more) {
        List<Object> all = new ArrayList<>(List.of("sla", "replay", "--config", policies, "--events", events));
        all.addAll(List.of(more));
        return CommandLineRun.of(all.toArray());
    }

    private Path events(List<String> lines) throws IOException {
        return Files.write(folder.resolve("events.jsonl"), lines);
    }

    private static String summed(String line) {
        JsonNode json = json(line);
        return "%s %s %s#%d %s"
                .formatted(
                        json.get("at").asText(),
                        json.get("ticket").asText(),
                        json.get("clock").asText(),
                        json.get("instance").asInt(),
                        json.get("event").asText());
    }

    private static JsonNode json(String line) {
        try {
            return MAPPER.readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError(line, e);
        }
    }
}
