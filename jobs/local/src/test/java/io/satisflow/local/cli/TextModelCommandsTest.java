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

/** {@code score}, {@code evaluate} and {@code train}, as a person types them. */
class TextModelCommandsTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String LABELLED = "label,text\n"
            + "positive,Thank you for the great flight!\n"
            + "negative,Terrible delay and rude staff\n"
            + "negative,太难吃了\n"
            + "conflict,so so\n";

    private String out = "";
    private String err = "";

    @TempDir
    private Path folder;

    @Test
    void each_line_gets_one_answer_in_order() throws IOException {
        Path texts =
                write("texts.txt", "I love it\n\n太难吃了\r\nodd\rline that is bad\nHola amigo, muchas gracias por todo\n");

        assertThat(run("score", texts.toString())).isZero();

        List<JsonNode> answers = answers();
        assertThat(answers)
                .extracting(answer -> answer.path("label").asText())
                .containsExactly("positive", "not_scored", "negative", "negative", "not_scored");
        assertThat(answers)
                .extracting(answer -> answer.path("language").asText())
                .containsExactly("en", "und", "zh", "en", "es");
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.path("probabilities").size()).isEqualTo(3);
            assertThat(answer.path("scorer").asText()).isNotEmpty();
        });
    }

    @Test
    void each_sentence_has_an_answer_of_its_own() throws IOException {
        Path texts = write("texts.txt", "The food was wonderful. The waiter was terribly rude.\nI love it\n\n");

        assertThat(run("score", texts.toString())).isZero();

        List<JsonNode> answers = answers();
        assertThat(answers.get(0).path("sentences"))
                .extracting(sentence -> sentence.path("label").asText())
                .containsExactly("positive", "negative");
        assertThat(answers.get(0).at("/sentences/1/text").asText()).isEqualTo("The waiter was terribly rude.");
        assertThat(answers.get(1).at("/sentences/0/score"))
                .isEqualTo(answers.get(1).path("score"));
        assertThat(answers.get(2).path("sentences")).isEmpty();

        run("score", "--no-sentences", texts.toString());
        assertThat(answers())
                .allSatisfy(answer -> assertThat(answer.path("sentences")).isEmpty());
    }

    @Test
    void emotions_are_told_when_they_are_asked_for() throws IOException {
        String texts = write("texts.txt", "Thank you for the quick help\nNever again!! Worst support ever\n")
                .toString();
        run("score", "--emotions", "--language", "en", texts);
        assertThat(answers())
                .extracting(answer -> answer.path("emotion").asText())
                .containsExactly("gratitude", "anger");

        run("score", texts);
        assertThat(answers())
                .allSatisfy(answer -> assertThat(answer.has("emotion")).isFalse());
    }

    @Test
    void the_last_line_needs_no_end() throws IOException {
        assertThat(run("score", write("texts.txt", "fine").toString())).isZero();

        assertThat(answers()).hasSize(1);
    }

    @Test
    void the_user_may_name_the_language() throws IOException {
        assertThat(run(
                        "score",
                        "--language",
                        "en",
                        write("texts.txt", "awful\n").toString()))
                .isZero();

        assertThat(answers().get(0).path("language").asText()).isEqualTo("en");
        assertThat(answers().get(0).path("label").asText()).isEqualTo("negative");
    }

    @Test
    void a_text_beyond_the_work_limit_says_that_it_was_cut() throws IOException {
        run("score", write("texts.txt", "great ".repeat(3_000) + "\ngreat\n").toString());

        assertThat(answers().get(0).path("cut").asBoolean()).isTrue();
        assertThat(answers().get(1).has("cut")).isFalse();
    }

    @Test
    void evaluate_reports_all_texts_and_each_language() throws IOException {
        assertThat(run("evaluate", "--data", write("labelled.csv", LABELLED).toString()))
                .isZero();

        JsonNode report = MAPPER.readTree(out);
        assertThat(report.path("rows").asInt()).isEqualTo(3);
        assertThat(report.path("accuracy").asDouble()).isEqualTo(1);
        assertThat(report.path("macro_f1").asDouble()).isEqualTo(1);
        assertThat(report.path("confusion").path("negative").path("negative").asInt())
                .isEqualTo(2);
        assertThat(report.path("texts_per_cpu_second").asInt()).isPositive();
        assertThat(report.path("languages").path("zh").path("rows").asInt()).isEqualTo(1);
        assertThat(err).contains("3 texts, 1 rows left out");
    }

    @Test
    void a_model_of_ones_own_takes_the_place_of_the_shipped_one() throws IOException {
        Path models = folder.resolve("models");
        Path data = write("own.csv", ownLabels());

        assertThat(run("train", "--data", data.toString(), "--language", "en", "--out", models.toString()))
                .isZero();
        String scorer = MAPPER.readTree(out).path("scorer").asText();
        assertThat(Files.readString(models.resolve("en.md"))).contains(scorer).contains("own.csv");

        Path texts = write("texts.txt", "this is plonk\n");
        run("score", "--language", "en", "--model", models.resolve("en.model").toString(), texts.toString());
        assertThat(answers().get(0).path("scorer").asText()).isEqualTo(scorer);
        assertThat(answers().get(0).path("label").asText()).isEqualTo("positive");
    }

    @Test
    void training_twice_makes_the_same_files() throws IOException {
        Path data = write("own.csv", ownLabels());
        for (String name : List.of("first", "second")) {
            run(
                    "train",
                    "--data",
                    data + ":0.5",
                    "--language",
                    "en",
                    "--out",
                    folder.resolve(name).toString());
        }

        assertThat(folder.resolve("second/en.model")).hasSameBinaryContentAs(folder.resolve("first/en.model"));
    }

    @Test
    void folds_judge_every_text_by_a_model_that_has_not_seen_it() throws IOException {
        Path data = write("own.csv", ownLabels());

        assertThat(run("evaluate", "--folds", "3", "--language", "en", "--data", data.toString()))
                .isZero();

        JsonNode file = MAPPER.readTree(out).path("files").path("own.csv");
        assertThat(file.path("rows").asInt()).isEqualTo(200);
        assertThat(file.path("two_classes").path("accuracy").asDouble()).isEqualTo(1);
        assertThat(err).contains("fold 3 of 3");
    }

    @Test
    void leaving_a_file_out_judges_it_by_the_others() throws IOException {
        Path data = write("own.csv", ownLabels());
        Path more = write("more.csv", ownLabels().replace("number", "no"));

        assertThat(run("evaluate", "--leave-one-out", "--language", "en", "--data", data + "," + more + ":0.5"))
                .isZero();

        JsonNode report = MAPPER.readTree(out);
        assertThat(report.path("files").path("own.csv").path("rows").asInt()).isEqualTo(200);
        assertThat(report.path("files").path("more.csv").path("rows").asInt()).isEqualTo(200);
        assertThat(report.path("mean_macro_f1_of_two_classes").asDouble()).isEqualTo(1);
    }

    @Test
    void emotions_are_judged_by_those_that_a_reader_named() throws IOException {
        Path data = write(
                "emotions.csv", "text,emotion\nThanks for nothing,anger\nThank you so much for the help,gratitude\n");

        assertThat(run("evaluate", "--emotions", "--language", "en", "--data", data.toString()))
                .isZero();

        JsonNode report = MAPPER.readTree(out);
        assertThat(report.path("rows").asInt()).isEqualTo(2);
        assertThat(report.path("accuracy").asDouble()).isEqualTo(1);
        assertThat(report.path("confusion").path("anger").path("anger").asInt()).isEqualTo(1);
        assertThat(report.path("emotions").path("anger").path("judged").asBoolean())
                .isFalse();
    }

    @Test
    void emotions_may_stand_apart_from_texts_that_may_not_be_copied() throws IOException {
        Path data = write("texts.csv", "text\nThanks for nothing\nanother\n");
        Path labels =
                write("labels.tsv", "# by hash\n6882ce863945704c\tanger\theld_out\n0000000000000000\tjoy\tseen\n");

        assertThat(run(
                        "evaluate",
                        "--emotions",
                        "--emotion-labels",
                        labels.toString(),
                        "--language",
                        "en",
                        "--data",
                        data.toString()))
                .isZero();

        assertThat(MAPPER.readTree(out).path("rows").asInt()).isEqualTo(1);
    }

    @Test
    void mistakes_are_told_with_their_remedy() throws IOException {
        Path noLabels = write("no-labels.csv", "id,text\n5,good\n");
        requireUsage("expected the columns label and text", "evaluate", "--data", noLabels.toString());
        requireUsage(
                "there is no such file", "score", folder.resolve("missing.txt").toString());
        requireUsage("expected en or zh", "train", "--data", "x.csv", "--language", "de", "--out", folder.toString());
        String own = write("own.csv", ownLabels()).toString();
        requireUsage("give one of them", "evaluate", "--folds", "5", "--leave-one-out", "--data", own);
        requireUsage("expected en or zh", "evaluate", "--folds", "5", "--data", own);
        requireUsage("expected 2 or more", "evaluate", "--folds", "1", "--language", "en", "--data", own);
        requireUsage("two files or more", "evaluate", "--leave-one-out", "--language", "en", "--data", own);
        requireUsage("is no model", "score", "--model", noLabels.toString(), noLabels.toString());
        requireUsage("is no aspect model", "score", "--aspect-model", noLabels.toString(), noLabels.toString());
        Path badWords = write("bad.yaml", "aspects: {price: {en: [co*st]}}\n");
        requireUsage("bad.yaml:1:24: aspects.price.en[0]", "score", "--aspect-words", badWords.toString());
        requireUsage("expected the columns text and aspect", "evaluate", "--aspects", "--data", noLabels.toString());
        requireUsage("There is no scorer oracle; known are linear, rntn, fusion", "score", "--scorer", "oracle");
        requireUsage("./satisflow score --scorer fusion", "score", "--scorer", "fusion", noLabels.toString());
        requireUsage("--language de: expected auto, en or zh", "score", "--language", "de");
    }

    private void requireUsage(String message, String... arguments) {
        assertThat(run(arguments)).isEqualTo(2);
        assertThat(err).contains(message);
        assertThat(out).isEmpty();
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

    private static String ownLabels() {
        StringBuilder csv = new StringBuilder("label,text\n");
        for (int i = 0; i < 100; i++) {
            csv.append("positive,a plonk number %d%n".formatted(i)).append("negative,a glurk number %d%n".formatted(i));
        }
        return csv.toString();
    }
}
