package io.satisflow.local.cli.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.local.cli.CommandLineRun;
import io.satisflow.local.sample.SampleFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person learns of a metric from the terminal. */
class MetricsCommandTest {
    @TempDir
    private Path folder;

    @Test
    void the_list_says_of_each_what_it_asks_and_where_it_is_kept() throws IOException {
        CommandLineRun run = run("list", "metrics: {nps: {from: 24h}, sentiment: {}}\ntargets: {nps: 58}");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("nps        asked nps [0, 10]; higher is better; kept in windows of 24h; target 58")
                .contains("sentiment  from texts; higher is better; kept in windows of 5m, 1h, 24h");
    }

    @Test
    void an_explanation_works_an_example_out_of_the_samples_own_rows() throws IOException {
        CommandLineRun run = run("explain", "metrics: {csat: {top: 5}}", "csat");
        SampleFolder.write(folder.resolve("week"), 1);
        String desk = Files.readString(folder.resolve("week/desk.jsonl"));

        List<MatchResult> shown = Pattern.compile(" {6}(e-\\d+) +csat (\\d)")
                .matcher(run.out())
                .results()
                .toList();
        assertThat(shown)
                .hasSize(5)
                .allSatisfy(row -> assertThat(desk.lines())
                        .filteredOn(line -> line.contains("\"id\":\"" + row.group(1) + "\""))
                        .singleElement()
                        .satisfies(line -> assertThat(line).contains("\"csat\":" + row.group(2))));
        long top = shown.stream().filter(row -> row.group(2).equals("5")).count();
        assertThat(run.out())
                .contains("Now set: asked csat [1, 5]; satisfied from 5 on; higher is better")
                .contains("these 5 alone: %d (n 5,".formatted(top * 20));
        long all = desk.lines().filter(line -> line.contains("\"csat\":")).count();
        long satisfied =
                desk.lines().filter(line -> line.contains("\"csat\":5")).count();
        assertThat(run.out())
                .contains("csat = %.2f (n %d,".formatted(100.0 * satisfied / all, all))
                .contains("Formula: answers in the top boxes", "Not for: pooling");
    }

    @Test
    void what_the_sample_does_not_ask_is_explained_by_five_small_answers() throws IOException {
        CommandLineRun run = run("explain", "metrics: {csat.stars: {}}", "csat.stars");

        assertThat(run.out())
                .contains("five responses that answer 5, 4, 4, 2, 1")
                .contains("csat.stars = 60 (n 5, 95 %: 23.07 to 88.24)");
    }

    @Test
    void an_index_says_what_its_parts_weigh_and_when() throws IOException {
        CommandLineRun run = run("list", """
                metrics:
                  csi:
                    of: {speed: {}, skill: {}}
                    weights:
                      - {valid_from: 2026-01-01T00:00:00Z, speed: 1, skill: 3}
                      - {valid_from: 2026-07-01T00:00:00Z, speed: 1, skill: 1}
                """);

        assertThat(run.out())
                .contains("weights speed 25 %, skill 75 % from 2026-01-01 on")
                .contains("weights speed 50 %, skill 50 % from 2026-07-01 on")
                .contains("shown when 60 % of the weight has answers");
    }

    @Test
    void every_kind_of_metric_is_explained_in_both_languages() throws IOException {
        String all = """
                metrics:
                  volume: {}
                  sentiment: {}
                  aspect.price: {}
                  csat: {}
                  csat_mean: {}
                  nps: {}
                  ces: {}
                  agreement: {}
                  recovery: {}
                  csi: {of: {speed: {}, price: {aspect: price}}, weights: {speed: 2, price: 1}}
                  gap: {items: {speed: {found: speed, expected: hoped}}}
                  acsi: {questions: [a, b, c]}
                  first_reply_time: {}
                  resolution_time: {}
                  clock_time.next_reply: {clock: next_reply}
                  sla_attainment.first_reply: {}
                  fcr.one_touch: {}
                  fcr.no_customer_reply: {}
                  fcr.no_reopen_within: {within: 3d}
                  fcr.no_recontact_within: {}
                  fcr.first_call: {}
                  recontact_rate: {}
                  reopen_rate: {}
                  resolution_rate: {}
                  answer_rate: {}
                  promise_kept_rate: {}
                  follow_up_rate: {}
                  follow_up_satisfied_rate: {}
                  response_rate: {}
                  collection_coverage: {}
                  repeat_complaint_rate: {same: [order, topic]}
                  non_repeat_resolution_rate: {}
                  problem_conversion_rate: {}
                  complaint_rate.orders: {}
                  customers: {}
                  pooled.stars: {of: [{question: stars, scale: [1, 5]}, {question: marks, scale: [1, 10]}]}
                """;
        for (String name : List.of(
                "volume",
                "sentiment",
                "aspect.price",
                "csat",
                "csat_mean",
                "nps",
                "ces",
                "agreement",
                "recovery",
                "csi",
                "gap",
                "acsi",
                "first_reply_time",
                "resolution_time",
                "clock_time.next_reply",
                "sla_attainment.first_reply",
                "fcr.one_touch",
                "fcr.no_customer_reply",
                "fcr.no_reopen_within",
                "fcr.no_recontact_within",
                "fcr.first_call",
                "recontact_rate",
                "reopen_rate",
                "resolution_rate",
                "answer_rate",
                "promise_kept_rate",
                "follow_up_rate",
                "follow_up_satisfied_rate",
                "response_rate",
                "collection_coverage",
                "repeat_complaint_rate",
                "non_repeat_resolution_rate",
                "problem_conversion_rate",
                "complaint_rate.orders",
                "customers",
                "pooled.stars")) {
            assertThat(run("explain", all, name).out()).as(name).contains("Formula: ", " (n ");
            assertThat(run("explain", all, name, "--language", "zh").out())
                    .as(name)
                    .contains("公式: ", "不宜: ");
        }
    }

    @Test
    void a_rate_says_how_long_it_is_looked_at_and_how_much_is_provisional() throws IOException {
        CommandLineRun run = run("explain", "metrics: {fcr.no_reopen_within: {within: 3d}}", "fcr.no_reopen_within");

        assertThat(run.out())
                .contains("Counts for the time of: the first solution")
                .contains("from tickets, within 3d; higher is better")
                .containsPattern("T-\\d+ +yes, provisional")
                .containsPattern("fcr\\.no_reopen_within = 9\\d\\.\\d+ \\(n 91, .*\\), 43 provisional");
    }

    @Test
    void weights_are_learnt_from_a_replay_and_stand_beside_those_that_are_set() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            int speed = 1 + i % 5;
            int skill = 1 + i / 5 % 5;
            int overall = (3 * speed + skill) / 4;
            lines.append(String.format(
                    "{\"id\":\"%d\",\"channel\":\"s\",\"ratings\":[{\"question\":\"speed\",\"value\":%d,\"min\":1,\"max\":5},"
                            + "{\"question\":\"skill\",\"value\":%d,\"min\":1,\"max\":5},"
                            + "{\"question\":\"csat\",\"value\":%d,\"min\":1,\"max\":5}]}%n",
                    i, speed, skill, overall));
        }
        Path topics = Files.createDirectories(folder.resolve("replay/topics"));
        Files.writeString(topics.resolve("scored-feedback.jsonl"), lines);

        CommandLineRun run = run(
                "weights",
                "metrics: {csat: {}, csi: {of: {speed: {}, skill: {}}, weights: {speed: 1, skill: 1}}}",
                "csi",
                "--overall",
                "csat",
                "--dir",
                folder.resolve("replay").toString());

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("learnt from 200 responses").containsPattern("speed +50\\.0 +7[0-9]\\.");
    }

    @Test
    void a_name_that_is_not_set_lists_those_that_are() throws IOException {
        CommandLineRun run = run("explain", "metrics: {csat: {}, nps: {}}", "cast");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("cast: no metric of that name is set; one of: csat, nps");
    }

    private CommandLineRun run(String command, String settings, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("s.yaml"), settings);
        Object[] arguments = new Object[4 + more.length];
        Arrays.setAll(arguments, i -> switch (i) {
            case 0 -> "metrics";
            case 1 -> command;
            case 2 -> "--config";
            case 3 -> file;
            default -> more[i - 4];
        });
        return CommandLineRun.of(arguments);
    }
}
