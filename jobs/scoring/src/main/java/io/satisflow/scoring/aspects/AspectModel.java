package io.satisflow.scoring.aspects;

import io.satisflow.scoring.linear.ModelLanguage;
import io.satisflow.scoring.linear.QuantizedWeights;
import java.util.List;

/**
 * What training has found of aspects in one language: a margin for each, on the same hashed n-grams as sentiment. Never
 * changes, so any number of finders share one.
 *
 * @param bits there are 2^bits buckets
 * @param thresholds the margin from which on a text is about the aspect, for each of them
 */
public record AspectModel(
        ModelLanguage language, int bits, List<String> aspects, List<Double> thresholds, QuantizedWeights weights) {

    public AspectModel {
        aspects = List.copyOf(aspects);
        thresholds = List.copyOf(thresholds);
        if (aspects.size() != thresholds.size() || weights.codes().length != aspects.size() << bits) {
            throw new IllegalArgumentException("Expected a threshold and 2^%d weights for each of %s, but was %d and %d"
                    .formatted(bits, aspects, thresholds.size(), weights.codes().length));
        }
    }
}
