package io.satisflow.local.cli.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.local.cli.CommandLineRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
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
    void an_explanation_shows_what_five_answers_come_to() throws IOException {
        CommandLineRun run = run("explain", "metrics: {csat: {}}", "csat");

        assertThat(run.out())
                .contains("Formula: answers in the top boxes")
                .contains("five responses that answer 5, 4, 4, 2, 1")
                .contains("csat = 60 (n 5, 95 %: 23.07 to 88.24)")
                .contains("Not for: pooling");
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
                "sla_attainment.first_reply")) {
            assertThat(run("explain", all, name).out()).as(name).contains("Formula: ", " (n ");
            assertThat(run("explain", all, name, "--language", "zh").out())
                    .as(name)
                    .contains("公式: ", "不宜: ");
        }
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
