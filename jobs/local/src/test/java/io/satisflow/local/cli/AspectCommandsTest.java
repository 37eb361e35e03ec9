package io.satisflow.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What texts are about: {@code score}, {@code evaluate --aspects} and {@code train-aspects}, as a person types them. */
class AspectCommandsTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private String out = "";
    private String err = "";

    @TempDir
    private Path folder;

    @Test
    void each_aspect_of_a_text_is_told_with_a_label_of_its_own() throws IOException {
        run(
                "score",
                write("texts.txt", "The food was great but delivery took two hours\nhello\n")
                        .toString());

        JsonNode aspects = answers().get(0).path("aspects");
        assertThat(aspects)
                .extracting(aspect -> aspect.path("name").asText() + " "
                        + aspect.path("label").asText())
                .contains("food positive", "delivery negative");
        assertThat(aspects)
                .allSatisfy(
                        aspect -> assertThat(aspect.path("score").asDouble()).isBetween(-1.0, 1.0));
        assertThat(answers().get(1).path("aspects").isArray()).isTrue();
        assertThat(answers().get(1).path("aspects")).isEmpty();
    }

    @Test
    void aspects_of_ones_own_take_the_place_of_the_shipped_ones() throws IOException {
        Path words = write("own.yaml", "aspects: {wrapping: {en: [ribbon*]}}\n");
        Path texts = write("texts.txt", "I love the ribbons and the price\n");

        run("score", "--language", "en", "--aspect-words", words.toString(), texts.toString());

        assertThat(answers().get(0).path("aspects"))
                .extracting(aspect -> aspect.path("name").asText())
                .containsExactly("wrapping");
    }

    @Test
    void evaluate_judges_aspects_and_their_labels() throws IOException {
        Path data = write("aspects.csv", """
                text,topic,label
                Great food but rude staff,taste,positive
                Great food but rude staff,attitude,negative
                太难吃了,taste,negative
                Have a nice day,none,
                """);

        assertThat(run(
                        "evaluate",
                        "--aspects",
                        "--aspect-column",
                        "topic",
                        "--aspect-name",
                        "taste=food",
                        "--data",
                        data.toString()))
                .isZero();

        JsonNode report = MAPPER.readTree(out);
        assertThat(report.path("texts").asInt()).isEqualTo(3);
        assertThat(report.path("macro_f1").asDouble()).isEqualTo(1);
        assertThat(report.path("label_accuracy").asDouble()).isEqualTo(1);
        assertThat(report.path("aspects").path("food").path("rows").asInt()).isEqualTo(2);
    }

    @Test
    void an_aspect_model_of_ones_own_is_made_and_used() throws IOException {
        StringBuilder csv = new StringBuilder("text,topic\n");
        for (int i = 0; i < 150; i++) {
            csv.append("a zorp of %d pieces,Price\nnothing but %d blims,none\n".formatted(i * 7919, i * 7919));
        }
        Path data = write("topics.csv", csv.toString());
        String made = folder.resolve("aspects").toString();

        assertThat(run(
                        "train-aspects",
                        "--data",
                        data + ":topic",
                        "--aspect-name",
                        "Price=price",
                        "--language",
                        "en",
                        "--out",
                        made))
                .isZero();
        assertThat(MAPPER.readTree(out).path("thresholds").has("price")).isTrue();

        String model = folder.resolve("aspects/aspects-en.model").toString();
        Path texts = write("texts.txt", "I love a zorp of pieces\n");
        run("score", "--language", "en", "--aspect-model", model, texts.toString());
        assertThat(answers().get(0).path("aspects"))
                .extracting(aspect -> aspect.path("name").asText())
                .containsExactly("price");
    }

    private int run(String... arguments) {
        CommandLineRun run = CommandLineRun.of((Object[]) arguments);
        out = run.out();
        err = run.err();
        return run.exitCode();
    }

    private List<JsonNode> answers() throws IOException {
        return MAPPER.readerFor(JsonNode.class).<JsonNode>readValues(out).readAll();
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }
}
