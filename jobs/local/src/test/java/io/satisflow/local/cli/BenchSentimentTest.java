package io.satisflow.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bench sentiment}, as a person types it. */
class BenchSentimentTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    private Path folder;

    @Test
    void the_sample_needs_no_arguments_and_who_is_not_here_says_how_to_come() {
        CommandLineRun run = CommandLineRun.of("bench", "sentiment", "--rows", "20");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("macro-F1").contains("linear ").contains("not here: fusion: The scorer fusion");
        assertThat(run.out()).contains("not here: rntn:stock: The scorer rntn needs Stanford CoreNLP's English models");
    }

    @Test
    void two_runs_answer_alike() throws IOException {
        JsonNode first = json("bench", "sentiment", "--scorers", "linear", "--json");
        JsonNode second = json("bench", "sentiment", "--scorers", "linear", "--json");

        assertThat(first.at("/scorers/0/digest").asText())
                .isNotEmpty()
                .isEqualTo(second.at("/scorers/0/digest").asText());
        assertThat(first.at("/scorers/0/texts_per_cpu_second").asInt()).isPositive();
        assertThat(first.at("/scorers/0/evaluation/macro_f1").asDouble()).isBetween(0.5, 1.0);
    }

    @Test
    void ours_and_the_toolkits_are_trained_on_the_same_texts() throws IOException {
        Path training = write("training.csv", 0, 300);
        Path data = write("data.csv", 300, 340);

        JsonNode rows = json(
                        "bench",
                        "sentiment",
                        "--scorers",
                        "linear",
                        "--train",
                        training,
                        "--data",
                        data,
                        "--language",
                        "en",
                        "--json")
                .path("scorers");

        assertThat(rows).hasSize(3);
        for (int i = 1; i < 3; i++) {
            assertThat(rows.get(i).path("scorer").asText()).endsWith("trained here");
            assertThat(rows.get(i).at("/evaluation/macro_f1").asDouble()).isEqualTo(1);
        }
    }

    @Test
    void mistakes_are_told_with_their_remedy() {
        assertThat(CommandLineRun.of("bench", "sentiment", "--rows", "0").err()).contains("expected 1 or more");
        CommandLineRun unknown = CommandLineRun.of("bench", "sentiment", "--scorers", "oracle");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err()).contains("--scorers oracle: known are linear, rntn, fusion");
    }

    private static JsonNode json(Object... arguments) throws IOException {
        CommandLineRun run = CommandLineRun.of(arguments);
        assertThat(run.exitCode()).as(run.err()).isZero();
        return MAPPER.readTree(run.out());
    }

    private Path write(String name, int from, int to) throws IOException {
        StringBuilder csv = new StringBuilder("label,text\n");
        for (int i = from; i < to; i++) {
            csv.append("positive,a plonk number %d%n".formatted(i)).append("negative,a glurk number %d%n".formatted(i));
        }
        return Files.writeString(folder.resolve(name), csv);
    }
}
