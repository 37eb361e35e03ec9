package io.satisflow.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.satisflow.scoring.evaluation.Evaluation;
import io.satisflow.scoring.labelled.LabelledCsv;
import io.satisflow.scoring.labelled.LabelledText;
import io.satisflow.scoring.labelled.Part;
import io.satisflow.sentiment.SentimentScorer;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The shipped models on the real texts that were kept from their training. The thresholds stand a little below what was
 * measured, so that a change for the worse is noticed.
 */
class RealTextsTest {
    /** The one that the shipped models were trained with: it tells which texts they have not seen. */
    private static final long SEED = 1;

    private static final int TEXTS_MEASURED = 200_000;

    private final SentimentScorer scorer = new ShippedScorers().create();

    @ParameterizedTest
    @CsvSource({
        "en, en_airline.csv, 0.73, 0.05",
        "en, en_sst_fine.csv, 0.50, 0.06",
        "en, en_sentences.csv, 0.80, 0.13",
        "zh, zh_waimai.csv, 0.87, 0.04",
        "zh, zh_shopping.csv, 0.92, 0.03",
        "zh, zh_weibo2018.csv, 0.83, 0.04"
    })
    void macro_f1_and_calibration_hold(String language, String file, double macroF1, double calibrationError)
            throws IOException {
        List<LabelledText> texts = Part.VALIDATION.of(texts(file), SEED);

        Evaluation evaluation = Evaluation.of(scorer, language, texts);

        System.out.printf(
                "%s: %d texts, macro-F1 %.3f, calibration error %.3f%n",
                file, texts.size(), evaluation.confusion().macroF1(), evaluation.calibrationError());
        assertThat(evaluation.confusion().macroF1()).isGreaterThan(macroF1);
        assertThat(evaluation.calibrationError()).isLessThan(calibrationError);
    }

    /** A fifth of what an idle machine does, so that a busy one does not fail. */
    @ParameterizedTest
    @CsvSource({"en, en_airline.csv, 50_000", "zh, zh_waimai.csv, 150_000", "zh, zh_weibo2018.csv, 60_000"})
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

    private static List<LabelledText> texts(String file) throws IOException {
        String data = System.getProperty("satisflow.data", "");
        Path csv = Path.of(data, "sentiment", file);
        assumeTrue(
                !data.isBlank() && Files.exists(csv),
                "set -Dsatisflow.data to the shared data folder to test with real texts");
        return LabelledCsv.read(csv).texts();
    }
}
