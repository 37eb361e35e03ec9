package io.satisflow.local.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.local.cli.CommandLineRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
    private static final String REVIEWS = """
            channel: reviews
            kind: app
            id: /id
            occurred_at: /at
            text: /text
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void channelsAndCalendars() throws IOException {
        write("channels/reviews.yaml", REVIEWS);
        write("channels/posts.yaml", REVIEWS.replace("reviews", "posts"));
        write("calendars/office.yaml", "zone: Europe/Berlin\nhours: {mon-fri: [\"09:00-17:00\"]}\n");
        write(
                "policies.yaml",
                "policies: [{name: all, calendar: office, targets: {first_reply: {target: 2h, time: business}}}]\n");
    }

    @Test
    void what_is_shipped_is_fine() {
        CommandLineRun run = CommandLineRun.of("check");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains(
                        "satisflow.yaml is fine",
                        "channels: helpdesk, reviews, survey",
                        "calendars: always, berlin (de 2024 to 2028), london (gb-eng 2024 to 2028)");
    }

    @Test
    void in_chinese_the_years_of_holidays_are_too() {
        CommandLineRun run = CommandLineRun.of("check", "--language", "zh");

        assertThat(run.out()).contains("berlin (de 2024 至 2028)").doesNotContain(" to ");
    }

    @Test
    void the_other_shipped_policies_are_fine_too() throws IOException {
        Path config = CommandLineRun.HOME.resolve("config").toAbsolutePath();

        CommandLineRun run = check("calendars: %s\npolicies: %s\n"
                .formatted(config.resolve("calendars"), config.resolve("policies-western.yaml")));

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("policies: enterprise, around the clock, gold and enterprise, standard");
    }

    @Test
    void a_priority_that_would_be_promised_nothing_is_noted() throws IOException {
        write("policies.yaml", "policies: [{name: all, targets: {answer: {target: {urgent: 2h}, time: wall}}}]\n");

        CommandLineRun run = check("policies: policies.yaml\n");

        assertThat(run.exitCode()).isZero();
        assertThat(run.err())
                .contains("Note: policy \"all\", answer: tickets of another priority than urgent are promised nothing");
    }

    @Test
    void an_id_that_is_the_number_of_a_row_is_noted_since_live_records_have_none() throws IOException {
        write("channels/reviews.yaml", REVIEWS.replace("id: /id", "id: /row"));
        write(
                "channels/posts.yaml",
                REVIEWS.replace("reviews", "posts").replace("id: /id", "id: {first: [/id, /row]}"));
        write("channels/desk.yaml", """
                channel: desk
                kind: ticket
                id: /number
                occurred_at: /at
                ticket: {id: /row, event: created}
                """);

        CommandLineRun run = check("""
                channels: [{mapping: channels/reviews.yaml}, {mapping: channels/posts.yaml}, {mapping: channels/desk.yaml}]
                """);

        assertThat(run.exitCode()).isZero();
        assertThat(run.err())
                .contains(
                        "Note: channel reviews takes id from /row",
                        "Note: channel desk takes ticket.id from /row",
                        "missing_id",
                        "join")
                .doesNotContain("channel posts takes");
    }

    @Test
    void a_file_of_ones_own_is_fine() throws IOException {
        CommandLineRun run = check("""
                channels: [{mapping: channels/reviews.yaml}, {mapping: channels/posts.yaml, topic: posts}]
                calendars: calendars
                policies: policies.yaml
                """);

        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void an_unknown_key_is_named_with_those_that_are_allowed() throws IOException {
        assertRefused("chanels: []\n", ":1:1: chanels: unknown key; allowed here: topics, kafka, intake, channels");
    }

    @Test
    void a_wrong_duration_is_named_where_it_stands() throws IOException {
        assertRefused("intake:\n  disorder: soon\n", ":2:13: intake.disorder: \"soon\" is not a duration; write 90m");
    }

    @Test
    void an_unknown_zone_is_named_in_the_file_that_has_it() throws IOException {
        write("calendars/office.yaml", "zone: Berlin\nhours: {mon-fri: [\"09:00-17:00\"]}\n");

        CommandLineRun run = check("calendars: calendars\npolicies: policies.yaml\n");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("office.yaml:1:7: zone: unknown time zone \"Berlin\"");
    }

    @Test
    void two_channels_on_one_topic_are_refused() throws IOException {
        assertRefused("""
                channels:
                  - {mapping: channels/reviews.yaml, topic: posts}
                  - {mapping: channels/posts.yaml, topic: posts}
                """, ":3:43: channels[1].topic: topic \"posts\" is taken by channels[0].topic in line 2");
    }

    @Test
    void the_topic_that_a_channel_has_by_default_is_taken_too() throws IOException {
        assertRefused("""
                channels:
                  - {mapping: channels/reviews.yaml}
                  - {mapping: channels/posts.yaml, topic: satisflow.raw.reviews.v1}
                """, "topic \"satisflow.raw.reviews.v1\" is taken by channels[0].mapping in line 2");
    }

    @Test
    void everything_that_is_wrong_is_told_at_once() throws IOException {
        CommandLineRun run = check("topics: {partitions: 0}\nintake: {disorder: 1y}\nsla: {forget: 7d}\n");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err().lines()).hasSize(3).allMatch(line -> line.startsWith(folder.toString()));
    }

    @Test
    void what_is_wrong_in_several_files_is_told_in_one_run_without_what_follows_from_it() throws IOException {
        write("calendars/office.yaml", "zone: Berlin\nhours: {mon-fri: [\"09:00-17:00\"]}\n");
        write("channels/posts.yaml", "channel: posts\nkind: app\nidd: /id\n");
        CommandLineRun run = check("""
                channels: [{mapping: channels/posts.yaml}]
                calendars: calendars
                policies: policies.yaml
                alerts: {receivers: [{name: team, slack: {url_env: SATISFLOW_NOT_SET_ANYWHERE}}]}
                """);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("office.yaml:1:7: zone: unknown time zone", "posts.yaml:3:1: idd: unknown key")
                .contains("SATISFLOW_NOT_SET_ANYWHERE")
                .doesNotContain("unknown calendar");
    }

    @Test
    void brokers_that_do_not_answer_are_named_when_they_are_tried() throws IOException {
        String settings = "kafka: {properties: {bootstrap.servers: \"127.0.0.1:1\"}}\n";

        assertThat(check(settings).exitCode()).isZero();
        CommandLineRun tried = CommandLineRun.of("check", "--config", write("satisflow.yaml", settings), "--connect");
        assertThat(tried.exitCode()).isEqualTo(2);
        assertThat(tried.err()).contains("kafka.properties: the brokers at 127.0.0.1:1 do not answer");
    }

    @Test
    void words_of_a_file_cannot_make_up_lines() throws IOException {
        CommandLineRun run = check("\"is fine.\\nall\": 1\n");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err().lines()).hasSize(1);
    }

    @Test
    void a_file_that_is_not_there_is_named() {
        CommandLineRun run = CommandLineRun.of("check", "--config", folder.resolve("none.yaml"));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("none.yaml").contains("does not exist");
    }

    private void assertRefused(String settings, String problem) throws IOException {
        CommandLineRun run = check(settings);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("satisflow.yaml" + (problem.startsWith(":") ? problem : ":"), problem);
        assertThat(run.err()).doesNotContain("Exception", "\tat ");
    }

    private CommandLineRun check(String settings) throws IOException {
        return CommandLineRun.of("check", "--config", write("satisflow.yaml", settings));
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
