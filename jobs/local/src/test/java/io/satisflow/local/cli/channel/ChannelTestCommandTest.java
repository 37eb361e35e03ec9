package io.satisflow.local.cli.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.local.cli.CommandLineRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code channel test}. */
class ChannelTestCommandTest {
    @TempDir
    Path folder;

    @Test
    void a_payload_is_shown_as_the_records_that_intake_makes_of_it() throws IOException {
        Path payload = Files.writeString(folder.resolve("review.json"), """
            {"review": {"id": 7, "updated": 1772438400, "author": "c1", "stars": 1, "body": "<p>It crashes</p>"},
             "app": {"name": "Shop", "team": "mobile"}}
            """);

        CommandLineRun run = CommandLineRun.of("channel", "test", "--channel", "reviews", "--file", payload);

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out().lines().toList()).hasSize(2).satisfies(lines -> {
            assertThat(lines.get(0)).contains("\"topic\":\"feedback\"", "\"text\":\"It crashes\"", "\"value\":1.0");
            assertThat(lines.get(1)).contains("\"topic\":\"ticket-events\"", "\"type\":\"created\"");
        });
        assertThat(run.err()).contains("1 of 1 payloads accepted.");
    }

    @Test
    void a_refusal_says_why_and_where_in_the_payload() throws IOException {
        Path payloads = Files.writeString(folder.resolve("reviews.jsonl"), """
            {"review": {"id": 7, "updated": "yesterday", "stars": 1, "body": "x"}}
            not json
            {"review": {"id": 8, "updated": 1772438400, "stars": 9, "body": "x"}}
            """);

        CommandLineRun run = CommandLineRun.of("channel", "test", "--channel", "reviews", "--file", payloads);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains(
                        "payload 1: refused, bad_time: id \"7\": /review/updated holds \"yesterday\"",
                        "payload 2: refused, invalid_json",
                        "payload 3: a part refused, rating_out_of_scale",
                        "1 of 3 payloads accepted, 1 of them not whole.");
    }

    @Test
    void in_chinese_it_says_in_chinese_what_was_refused() throws IOException {
        Path payloads = Files.writeString(folder.resolve("reviews.jsonl"), """
            not json
            {"review": {"id": 8, "updated": 1772438400, "stars": 9, "body": "x"}}
            """);

        CommandLineRun run =
                CommandLineRun.of("channel", "test", "--language", "zh", "--channel", "reviews", "--file", payloads);

        assertThat(run.err())
                .contains("第 1 份：被拒收，invalid_json", "第 2 份：部分被拒收，rating_out_of_scale")
                .doesNotContain(" refused");
    }

    @Test
    void a_part_that_is_refused_ends_with_1_as_a_whole_does() throws IOException {
        Path payload = Files.writeString(folder.resolve("reviews.jsonl"), """
            {"review": {"id": 8, "updated": 1772438400, "stars": 9, "body": "x"}}
            """);

        CommandLineRun run = CommandLineRun.of("channel", "test", "--channel", "reviews", "--file", payload);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err())
                .contains(
                        "1 of 1 payloads accepted, 1 of them not whole.",
                        "replay counts it in its summary",
                        "--max-refused");
    }

    @Test
    void the_zone_of_one_file_holds_for_its_times() throws IOException {
        Path mapping = Files.writeString(
                folder.resolve("local.yaml"),
                "channel: local\n"
                        + "kind: survey\n"
                        + "id: /id\n"
                        + "occurred_at: {pointer: /at, format: \"yyyy-MM-dd HH:mm\"}\n"
                        + "text: /text\n");
        Path table = Files.writeString(folder.resolve("local.csv"), "id,at,text\n1,2026-03-02 09:00,ok\n");

        CommandLineRun without = CommandLineRun.of("channel", "test", "--channel", mapping, "--file", table);
        CommandLineRun with =
                CommandLineRun.of("channel", "test", "--channel", mapping, "--file", table, "--zone", "Asia/Shanghai");

        assertThat(without.exitCode()).isEqualTo(2);
        assertThat(without.err()).contains("--zone");
        assertThat(with.out()).contains("\"occurred_at\":\"2026-03-02T01:00:00Z\"");
    }

    @Test
    void a_ticket_event_that_is_shown_is_an_event_that_sla_replay_reads() throws IOException {
        CommandLineRun shown = CommandLineRun.of(
                "channel",
                "test",
                "--channel",
                "zendesk",
                "--file",
                CommandLineRun.HOME.resolve("config/samples/zendesk_export.jsonl"));
        Path events = Files.write(
                folder.resolve("events.jsonl"),
                shown.out()
                        .lines()
                        .filter(line -> line.contains("ticket-events"))
                        .toList());

        CommandLineRun replayed = CommandLineRun.of("sla", "replay", "--events", events);

        assertThat(replayed.exitCode()).as(replayed.err()).isZero();
        assertThat(replayed.err()).contains("1 ticket and 20 events");
    }

    @Test
    void answers_that_go_by_their_place_are_told() throws IOException {
        String rest = "channel: form\nkind: survey\nid: /id\noccurred_at: /at\n";
        Path byPlace = Files.writeString(
                folder.resolve("places.yaml"),
                rest
                        + "ratings: [{question: nps, pointer: /answers/0/number, scale: [0, 10]},"
                        + " {question: csat, pointer: /answers/1/number, scale: [1, 5]}]");
        Path payload = Files.writeString(folder.resolve("answers.jsonl"), """
            {"id": 1, "at": "2026-03-02T09:00:00Z", "answers": [{"number": 5, "ref": "csat"}]}
            """);

        assertThat(CommandLineRun.of("channel", "test", "--channel", byPlace, "--file", payload)
                        .err())
                .contains("nps of channel form stands at /answers/0/number, by its place in a list");
        assertThat(CommandLineRun.of(
                                "channel",
                                "test",
                                "--channel",
                                Files.writeString(
                                        folder.resolve("one.yaml"),
                                        rest
                                                + "ratings: [{question: nps, pointer: /answers/0/number, scale: [0, 10]}]"),
                                "--file",
                                payload)
                        .err())
                .doesNotContain("by its place");
    }
}
