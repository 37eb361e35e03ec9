package io.satisflow.flink.scoring;

import io.satisflow.scoring.ModelTimeline;
import io.satisflow.scoring.Scorers;
import io.satisflow.sentiment.AspectFinderFactory;
import io.satisflow.sentiment.ScorerTimeline;
import io.satisflow.sentiment.SentimentScorerFactory;
import io.satisflow.sentiment.WorkLimit;
import io.satisflow.settings.ScoringSettings;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Who reads the texts.
 *
 * @param fast reads every text in a language that it knows
 * @param slow is asked first; null when it is all left to the fast one
 */
public record ScoringOptions(ScorerTimeline fast, @Nullable Slow slow) implements Serializable {

    /**
     * A scorer whose work is worth being saved.
     *
     * @param limit how much of a text it is given
     * @param tokens a text of more is left to the fast one
     * @param cache how many scored texts are remembered, 0 for none
     */
    public record Slow(SentimentScorerFactory scorers, WorkLimit limit, int tokens, int cache)
            implements Serializable {}

    /** The same fast scorers at all times. */
    public static ScoringOptions of(SentimentScorerFactory scorers, AspectFinderFactory aspectFinders) {
        return new ScoringOptions(ScorerTimeline.always(scorers, aspectFinders), null);
    }

    public ScoringOptions asking(Slow scorer) {
        return new ScoringOptions(fast, scorer);
    }

    /**
     * @throws io.satisflow.config.ConfigException when a model cannot be used
     * @throws io.satisflow.scoring.ScorerUnavailableException when the scorer has not been built
     */
    public static ScoringOptions of(ScoringSettings settings) {
        ScoringOptions linear = new ScoringOptions(ModelTimeline.of(settings), null);
        if (settings.isLinear()) {
            return linear;
        }
        return linear.asking(new Slow(
                Scorers.named(settings.scorer(), settings.limit()),
                settings.limit(),
                settings.tokens(),
                settings.cache()));
    }
}
