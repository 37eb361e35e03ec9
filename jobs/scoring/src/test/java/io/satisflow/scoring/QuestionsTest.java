package io.satisflow.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.sentiment.SentimentLabel;
import io.satisflow.sentiment.SentimentScorer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A plain question is neutral; a complaint that is put as one, or that quotes praise, is a complaint. */
class QuestionsTest {
    private static final boolean JUDGING =
            Boolean.parseBoolean(System.getProperty("satisflow.questions.judging", "true"));

    private final SentimentScorer scorer = new ShippedScorers().create();

    private record Question(SentimentLabel label, String text) {}

    @ParameterizedTest
    @CsvSource({"en, 0.8", "zh, 0.85"})
    void are_told_from_complaints(String language, double least) throws IOException {
        List<Question> questions = questions(language);
        Map<SentimentLabel, int[]> told = new EnumMap<>(SentimentLabel.class);
        int right = 0;
        int judged = 0;
        for (int i = JUDGING ? 1 : 0; i < questions.size(); i += 2) {
            Question question = questions.get(i);
            SentimentLabel given = scorer.score(question.text(), language).label();
            told.computeIfAbsent(question.label(), any -> new int[SentimentLabel.values().length])[given.ordinal()]++;
            judged++;
            if (given == question.label()) {
                right++;
            } else if (!JUDGING) {
                System.out.printf("%s told %s: %s%n", question.label(), given, question.text());
            }
        }
        System.out.printf("%s: %d of %d%n", language, right, judged);
        told.forEach((label, given) -> System.out.println("  " + label + " told " + Arrays.toString(given)));

        assertThat(right / (double) judged).isGreaterThan(least);
    }

    private static List<Question> questions(String language) throws IOException {
        String resource = "questions/%s.tsv".formatted(language);
        List<Question> questions = new ArrayList<>();
        try (InputStream in = Objects.requireNonNull(QuestionsTest.class.getResourceAsStream(resource), resource)) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .forEach(cells -> questions.add(
                            new Question(SentimentLabel.ofWireName(cells[0]).orElseThrow(), cells[1])));
        }
        return questions;
    }
}
