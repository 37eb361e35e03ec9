package io.satisflow.scoring.training;

import io.satisflow.scoring.features.BucketSet;
import io.satisflow.scoring.features.FeatureExtractor;
import io.satisflow.scoring.labelled.LabelledCsv;
import io.satisflow.scoring.labelled.LabelledSet;
import io.satisflow.scoring.linear.ModelLanguage;
import io.satisflow.scoring.training.fit.Recipe;
import io.satisflow.scoring.training.fit.TrainingRow;
import io.satisflow.sentiment.SentimentLabel;
import io.satisflow.sentiment.WorkLimit;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/**
 * Phrases that come with Satisflow, written for it: what is plain to everybody but rare in labelled texts, such as praise
 * by denial ("no complaints"), emoji, and plain statements of fact. Every model learns them besides its own texts. Nothing is judged by them.
 */
public final class Phrases {
    /** What all phrases together weigh, against the texts: enough to tell where those say nothing. */
    private static final double SHARE = 0.05;

    private Phrases() {}

    public static LabelledSet of(ModelLanguage language) {
        String name = "/io/satisflow/scoring/phrases/%s.csv".formatted(language.code());
        try (InputStream in = Objects.requireNonNull(Phrases.class.getResourceAsStream(name), name)) {
            return LabelledCsv.read(in, name);
        } catch (IOException e) {
            throw new UncheckedIOException("The phrases %s cannot be read".formatted(name), e);
        }
    }

    /** @param textWeight of all texts that are learned, together */
    static List<TrainingRow> rows(ModelLanguage language, Recipe recipe, double textWeight) {
        FeatureExtractor extractor = language.newExtractor();
        BucketSet buckets = new BucketSet(recipe.bits());
        LabelledSet phrases = of(language);
        double weight = SHARE * textWeight / phrases.texts().size();
        return phrases.texts().stream()
                .map(phrase -> {
                    extractor.extract(phrase.text(), WorkLimit.DEFAULT.endOf(phrase.text()), buckets);
                    boolean twoWay = phrase.label() != SentimentLabel.NEUTRAL;
                    return new TrainingRow(buckets.toArray(), phrase.label(), twoWay, weight);
                })
                .toList();
    }
}
