package io.satisflow.scoring.fusion;

import io.satisflow.scoring.linear.LinearScorer;
import io.satisflow.scoring.linear.ModelFormatException;
import io.satisflow.sentiment.Polarity;
import io.satisflow.sentiment.Sentiment;
import io.satisflow.sentiment.WorkLimit;

/** Reads texts of one language: some milliseconds a text, nearly all of them spent in the encoder. For one thread. */
public final class FusionScorer {
    /** No probability is above this, so every text is encoded. */
    public static final double ALWAYS = 1;

    private final FusionModel model;
    private final String name;
    private final TextEncoder encoder;
    private final LinearScorer linear;
    private final WorkLimit limit;
    private final double sure;

    /**
     * @param sure a text whose label the linear scorer gives this probability, or more, is left to it; {@link #ALWAYS}
     *     leaves none
     */
    public FusionScorer(FusionModel model, TextEncoder encoder, WorkLimit limit, double sure) {
        if (model.dimensions() != encoder.dimensions()) {
            throw new ModelFormatException(
                    "%s was trained on places of %d numbers, but the encoder gives %d; train it again"
                            .formatted(model.name(), model.dimensions(), encoder.dimensions()));
        }
        this.model = model;
        this.name = model.name();
        this.encoder = encoder;
        this.limit = limit;
        this.linear = new LinearScorer(model.linear(), limit);
        this.sure = sure;
    }

    /** @param text in the language of the model */
    public Sentiment score(String text) {
        Sentiment first = linear.score(text);
        if (!first.isScored()) {
            return first;
        }
        boolean isSure = sure < ALWAYS && first.polarity().of(first.label()) >= sure;
        return Sentiment.of(isSure ? first.polarity() : fused(text, first.polarity()), name, first.cut());
    }

    private Polarity fused(String text, Polarity first) {
        float[] place = encoder.encode(text.substring(0, limit.endOf(text)));
        return model.head().polarity(FusionInput.of(place, first));
    }
}
