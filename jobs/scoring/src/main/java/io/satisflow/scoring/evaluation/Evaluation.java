package io.satisflow.scoring.evaluation;

import io.satisflow.scoring.labelled.LabelledText;
import io.satisflow.sentiment.Sentiment;
import io.satisflow.sentiment.SentimentLabel;
import io.satisflow.sentiment.SentimentScorer;
import java.util.List;

/** What is found by letting a scorer read labelled texts. */
public final class Evaluation {
    private final ConfusionMatrix confusion = new ConfusionMatrix();
    private final CalibrationError calibrationError = new CalibrationError();

    /** @param language that of all the texts */
    public static Evaluation of(SentimentScorer scorer, String language, List<LabelledText> texts) {
        Evaluation evaluation = new Evaluation();
        for (LabelledText text : texts) {
            evaluation.add(text.label(), scorer.score(text.text(), language));
        }
        return evaluation;
    }

    public void add(SentimentLabel truth, Sentiment given) {
        confusion.add(truth, given.label());
        if (given.isScored()) {
            calibrationError.add(given.polarity().of(given.label()), truth == given.label());
        }
    }

    public ConfusionMatrix confusion() {
        return confusion;
    }

    /** Over the texts that were scored. */
    public double calibrationError() {
        return calibrationError.value();
    }
}
