package io.satisflow.scoring.evaluation;

import io.satisflow.scoring.labelled.LabelledText;
import io.satisflow.sentiment.Polarity;
import io.satisflow.sentiment.Sentiment;
import io.satisflow.sentiment.SentimentLabel;
import io.satisflow.sentiment.SentimentScorer;
import java.util.List;

/**
 * What is found by letting a scorer read labelled texts. Where the labellers had no neutral to choose, a scorer that
 * answers neutral is wrong in the {@link #confusion}; {@link #twoClassConfusion} asks it to choose as they had to.
 */
public final class Evaluation {
    private final ConfusionMatrix confusion = new ConfusionMatrix();
    private final CalibrationError calibrationError = new CalibrationError();
    private final ConfusionMatrix twoClassConfusion = new ConfusionMatrix();
    private final CalibrationError twoClassCalibrationError = new CalibrationError();

    /** @param language that of all the texts */
    public static Evaluation of(SentimentScorer scorer, String language, List<LabelledText> texts) {
        Evaluation evaluation = new Evaluation();
        for (LabelledText text : texts) {
            evaluation.add(text.label(), scorer.score(text.text(), language));
        }
        return evaluation;
    }

    public void add(SentimentLabel truth, Sentiment given) {
        add(truth, given, confusion, calibrationError);
        if (truth != SentimentLabel.NEUTRAL) {
            add(truth, withoutNeutral(given), twoClassConfusion, twoClassCalibrationError);
        }
    }

    private static void add(SentimentLabel truth, Sentiment given, ConfusionMatrix labels, CalibrationError error) {
        labels.add(truth, given.label());
        if (given.isScored()) {
            error.add(given.polarity().of(given.label()), truth == given.label());
        }
    }

    /** The probability of neutral is shared out between the other two, in proportion. */
    private static Sentiment withoutNeutral(Sentiment given) {
        double polar = given.polarity().negative() + given.polarity().positive();
        if (!given.isScored() || polar == 0) {
            return given;
        }
        Polarity shared = new Polarity(
                given.polarity().negative() / polar, 0, given.polarity().positive() / polar);
        return Sentiment.of(shared, given.scorer(), given.cut());
    }

    /** The labels as they are given. */
    public ConfusionMatrix confusion() {
        return confusion;
    }

    /** Over the texts that were scored. */
    public double calibrationError() {
        return calibrationError.value();
    }

    /** Of the texts that are negative or positive in truth: the more probable of these two. */
    public ConfusionMatrix twoClassConfusion() {
        return twoClassConfusion;
    }

    /** As {@link #calibrationError}, for {@link #twoClassConfusion}. */
    public double twoClassCalibrationError() {
        return twoClassCalibrationError.value();
    }
}
