package io.satisflow.scoring.aspects;

import io.satisflow.sentiment.AspectFinder;
import io.satisflow.sentiment.AspectFinderFactory;
import io.satisflow.sentiment.AspectVocabulary;
import io.satisflow.sentiment.AspectsFile;
import io.satisflow.sentiment.SentimentScorerFactory;
import io.satisflow.sentiment.WorkLimit;

/**
 * Finders of the aspects of a vocabulary.
 *
 * @param scorers for the passages; each passage is a text of its own to them, so they should be fast
 * @param codePoints how much of a text is read
 */
public record ShippedAspects(AspectVocabulary vocabulary, SentimentScorerFactory scorers, int codePoints)
        implements AspectFinderFactory {

    /** Those that come with Satisflow, with the usual work limit. */
    public ShippedAspects(SentimentScorerFactory scorers) {
        this(AspectsFile.shipped(), scorers, WorkLimit.DEFAULT.codePoints());
    }

    @Override
    public AspectFinder create() {
        return new AspectsByPassage(vocabulary, ShippedAspectModels.all(), scorers.create(), new WorkLimit(codePoints));
    }
}
