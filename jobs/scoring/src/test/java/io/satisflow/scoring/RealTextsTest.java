package io.satisflow.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.satisflow.scoring.evaluation.Evaluation;
import io.satisflow.scoring.labelled.Folds;
import io.satisflow.scoring.labelled.LabelledCsv;
import io.satisflow.scoring.labelled.LabelledText;
import io.satisflow.scoring.linear.ModelLanguage;
import io.satisflow.scoring.training.HeldOut;
import io.satisflow.scoring.training.Trainer;
import io.satisflow.scoring.training.WeightedSet;
import io.satisflow.sentiment.SentimentLabel;
import io.satisflow.sentiment.SentimentScorer;
import java.io.IOException;
import java.io.Reader;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Models made in the way of the shipped ones, on real texts that they have not seen. The shipped models themselves are made
 * of all texts, so three folds stand for the five of {@code train} here, to save time. The thresholds stand a little
 * below what was measured, so that a change for the worse is noticed.
 */
class RealTextsTest {
    private static final Folds THREE = new Folds(3, 1);
    private static final int TEXTS_MEASURED = 200_000;

    private final SentimentScorer scorer = new ShippedScorers().create();

    @Test
    void english_texts_are_told() throws IOException {
        List<HeldOut> heldOut = heldOut(
                ModelLanguage.ENGLISH,
                set("en_airline.csv", 1),
                set("en_sst_fine.csv", 0.5),
                set("en_appreviews.csv", 0.5),
                set("en_sentences.csv", 0.5));

        requireMacroF1(heldOut, "en_airline.csv", 0.75);
        requireTwoClasses(heldOut, "en_sentences.csv", 0.82);
        assertThat(of(heldOut, "en_airline.csv").calibrationError()).isLessThan(0.03);
    }

    @Test
    void chinese_texts_are_told() throws IOException {
        List<HeldOut> heldOut = heldOut(
                ModelLanguage.CHINESE,
                set("zh_waimai.csv", 1.5),
                set("zh_shopping.csv", 1),
                set("zh_weibo2018.csv", 4));

        requireMacroF1(heldOut, "zh_waimai.csv", 0.875);
        requireMacroF1(heldOut, "zh_shopping.csv", 0.925);
        requireMacroF1(heldOut, "zh_weibo2018.csv", 0.835);
        assertThat(heldOut)
                .allSatisfy(
                        file -> assertThat(file.evaluation().calibrationError()).isLessThan(0.03));
    }

    /** The shipped model has seen no restaurant review; their stars are labels that nobody chose for it. */
    @Test
    void the_stars_of_chinese_restaurant_reviews_agree_with_what_they_say() throws IOException {
        Evaluation evaluation = new Evaluation();
        try (Reader reader = Files.newBufferedReader(file("zh_restaurant_aspects.csv"));
                CSVParser rows = CSVFormat.DEFAULT.builder().setHeader().get().parse(reader)) {
            for (CSVRecord row : rows) {
                double stars = Double.parseDouble(row.get("star"));
                if (stars != 3) {
                    SentimentLabel label = stars > 3 ? SentimentLabel.POSITIVE : SentimentLabel.NEGATIVE;
                    evaluation.add(label, scorer.score(row.get("reviewbody"), "zh"));
                }
            }
        }

        assertThat(evaluation.confusion().rows()).isGreaterThan(150);
        assertThat(evaluation.confusion().accuracy()).isGreaterThan(0.88);
    }

    /** A tenth of what an idle machine does, so that a busy one does not fail. */
    @ParameterizedTest
    @CsvSource({"en, en_airline.csv, 20_000", "zh, zh_waimai.csv, 40_000", "zh, zh_weibo2018.csv, 20_000"})
    void short_texts_take_microseconds(String language, String file, String textsPerSecond) throws IOException {
        List<LabelledText> texts = texts(file);
        scoreAll(texts, language);

        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        int scored = scoreAll(texts, language);
        double seconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9;

        System.out.printf("%s: %.0f texts a CPU second%n", file, scored / seconds);
        assertThat(scored / seconds).isGreaterThan(Integer.parseInt(textsPerSecond.replace("_", "")));
    }

    private int scoreAll(List<LabelledText> texts, String language) {
        int scored = 0;
        while (scored < TEXTS_MEASURED) {
            texts.forEach(text -> scorer.score(text.text(), language));
            scored += texts.size();
        }
        return scored;
    }

    private static List<HeldOut> heldOut(ModelLanguage language, WeightedSet... sets) {
        return new Trainer(language, THREE, line -> {}).crossValidate(List.of(sets));
    }

    private static Evaluation of(List<HeldOut> heldOut, String file) {
        return heldOut.stream()
                .filter(one -> one.file().equals(file))
                .findFirst()
                .orElseThrow()
                .evaluation();
    }

    private static void requireMacroF1(List<HeldOut> heldOut, String file, double least) {
        double macroF1 = of(heldOut, file).confusion().macroF1();
        System.out.printf("%s: macro-F1 %.3f%n", file, macroF1);
        assertThat(macroF1).as(file).isGreaterThan(least);
    }

    private static void requireTwoClasses(List<HeldOut> heldOut, String file, double least) {
        double macroF1 = of(heldOut, file).twoClassConfusion().macroF1();
        System.out.printf("%s: macro-F1 of two classes %.3f%n", file, macroF1);
        assertThat(macroF1).as(file).isGreaterThan(least);
    }

    private static WeightedSet set(String file, double weight) throws IOException {
        return new WeightedSet(LabelledCsv.read(file(file)), weight);
    }

    private static List<LabelledText> texts(String file) throws IOException {
        return LabelledCsv.read(file(file)).texts();
    }

    private static Path file(String name) {
        String data = System.getProperty("satisflow.data", "");
        Path csv = Path.of(data, "sentiment", name);
        assumeTrue(
                !data.isBlank() && Files.exists(csv),
                "set -Dsatisflow.data to the shared data folder to test with real texts");
        return csv;
    }
}
