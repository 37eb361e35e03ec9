package io.satisflow.scoring.linear;

import io.satisflow.scoring.features.BucketSet;
import io.satisflow.scoring.features.FeatureExtractor;
import io.satisflow.sentiment.Sentiment;
import io.satisflow.sentiment.SentimentScorer;
import io.satisflow.sentiment.WorkLimit;
import java.util.Arrays;

/** Applies a linear model to texts of its language: some microseconds a text, and no garbage but the answer. */
public final class LinearScorer implements SentimentScorer {
    private final LinearModel model;
    private final WorkLimit limit;
    private final FeatureExtractor extractor;
    private final BucketSet buckets;
    private final float[] weightOfCode;
    private final double[] margins;
    private final double[] passageMargins;
    private final Passages passages = new Passages();
    private boolean byPassages;

    public LinearScorer(LinearModel model, WorkLimit limit) {
        this.model = model;
        this.limit = limit;
        this.extractor = model.language().newExtractor();
        this.buckets = new BucketSet(model.bits());
        this.weightOfCode = model.weights().weightOfCode();
        this.margins = new double[model.calibration().margins()];
        this.passageMargins = new double[margins.length];
    }

    @Override
    public Sentiment score(String text, String language) {
        boolean mine =
                ModelLanguage.of(language).filter(model.language()::equals).isPresent();
        return mine ? score(text) : Sentiment.notScored();
    }

    /** @param text in the language of the model */
    public Sentiment score(String text) {
        int end = limit.endOf(text);
        if (isBlank(text, end)) {
            return Sentiment.notScored();
        }
        double[] found = margins(text, end);
        return Sentiment.of(model.calibration(byPassages).polarity(found), model.name(), end < text.length());
    }

    /** The margins before calibration, in an array that the next call fills anew. */
    public double[] marginsOf(String text) {
        return margins(text, limit.endOf(text));
    }

    /** Whether the last text was read passage by passage. */
    public boolean readPassages() {
        return byPassages;
    }

    private double[] margins(String text, int end) {
        byPassages = model.readsPassages() && passages.divide(text, end);
        if (byPassages) {
            return marginsByPassage(text);
        }
        margins(text, 0, end, margins);
        return margins;
    }

    /** Every passage counts the same, however long: what a customer tells at length is seldom the judgement. */
    private double[] marginsByPassage(String text) {
        Arrays.fill(margins, 0);
        for (int i = 0; i < passages.count(); i++) {
            margins(text, passages.start(i), passages.end(i), passageMargins);
            for (int margin = 0; margin < margins.length; margin++) {
                margins[margin] += passageMargins[margin] / passages.count();
            }
        }
        return margins;
    }

    private void margins(String text, int from, int end, double[] into) {
        extractor.extract(text, from, end, buckets);
        model.weights().margins(buckets, weightOfCode, into);
    }

    /** Not {@link String#isBlank}, which would read ten million blanks to the last. */
    private static boolean isBlank(String text, int end) {
        for (int i = 0; i < end; i++) {
            char symbol = text.charAt(i);
            if (!Character.isWhitespace(symbol) && !Character.isSpaceChar(symbol)) {
                return false;
            }
        }
        return true;
    }
}
