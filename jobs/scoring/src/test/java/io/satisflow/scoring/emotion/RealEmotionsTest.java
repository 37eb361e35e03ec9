package io.satisflow.scoring.emotion;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.scoring.ShippedScorers;
import io.satisflow.scoring.evaluation.EmotionEvaluation;
import io.satisflow.scoring.labelled.AspectCsv;
import io.satisflow.scoring.labelled.EmotionCsv.Labelled;
import io.satisflow.scoring.labelled.EmotionLabels;
import io.satisflow.sentiment.Emotion;
import io.satisflow.sentiment.SentimentScorer;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Emotions of real messages that no word was chosen for. The thresholds stand a little below what was measured. */
@EnabledIfSystemProperty(named = "satisflow.data", matches = ".+")
class RealEmotionsTest {
    private final SentimentScorer scorer = new ShippedScorers().create();
    private final EmotionFinder finder = new EmotionFinder();

    @ParameterizedTest
    @CsvSource({"en, en_airline.csv en_appreviews.csv, 0.65", "zh, zh_weibo2018.csv zh_waimai.csv zh_shopping.csv, 0.58"
    })
    void they_are_told(String language, String files, double threshold) throws Exception {
        EmotionLabels labels = EmotionLabels.read(labels(language), "held_out");
        List<Labelled> texts = labels.among(texts(files.split(" ")));
        EmotionEvaluation evaluation = new EmotionEvaluation();
        for (Labelled labelled : texts) {
            String text = labelled.text();
            evaluation.add(
                    labelled.emotion(),
                    finder.find(text, language, scorer.score(text, language)).orElse(Emotion.NONE));
        }

        System.out.printf("%s: macro-F1 %.3f of %d texts%n", language, evaluation.macroF1(), texts.size());
        assertThat(texts).hasSize(labels.emotions().size());
        assertThat(evaluation.macroF1()).isGreaterThan(threshold);
    }

    private static Path labels(String language) throws URISyntaxException {
        String resource = "labels-" + language + ".tsv";
        return Path.of(Objects.requireNonNull(RealEmotionsTest.class.getResource(resource))
                .toURI());
    }

    private static List<String> texts(String... files) throws IOException {
        List<String> texts = new ArrayList<>();
        for (String file : files) {
            texts.addAll(AspectCsv.textsOf(Path.of(System.getProperty("satisflow.data"), "sentiment", file)));
        }
        return texts;
    }
}
