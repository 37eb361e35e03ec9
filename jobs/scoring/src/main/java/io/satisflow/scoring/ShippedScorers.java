package io.satisflow.scoring;

import io.satisflow.sentiment.SentimentScorer;
import io.satisflow.sentiment.SentimentScorerFactory;
import io.satisflow.sentiment.WorkLimit;

/**
 * Scorers on the models that come with Satisflow.
 *
 * @param codePoints how much of a text is read
 */
public record ShippedScorers(int codePoints) implements SentimentScorerFactory {

    /** With the usual work limit. */
    public ShippedScorers() {
        this(WorkLimit.DEFAULT.codePoints());
    }

    @Override
    public SentimentScorer create() {
        return new ScorerByLanguage(ShippedModels.all(), new WorkLimit(codePoints));
    }
}
