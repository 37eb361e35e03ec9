package io.satisflow.scoring.training.fit;

import io.satisflow.scoring.linear.ModelLanguage;

/**
 * How a language is learned; found by trying on held-out texts.
 *
 * @param bits there are 2^bits buckets; fewer let different features fall together
 * @param penalty on large weights; more of it trusts the texts less
 * @param smoothing see {@link EvidenceScale}
 * @param evidencePower see {@link EvidenceScale}
 * @param mostRounds of the minimizer; further ones fit the training texts and not the others
 */
public record Recipe(int bits, double penalty, double smoothing, double evidencePower, int mostRounds) {
    private static final Recipe ENGLISH = new Recipe(19, 0.15, 2, 1, 40);
    private static final Recipe CHINESE = new Recipe(20, 0.15, 2, 0.5, 30);

    /** Fewer texts than for sentiment, and a margin for each aspect: a smaller table does. */
    public static final Recipe ASPECTS = new Recipe(16, 0.15, 3, 1, 25);

    public static Recipe of(ModelLanguage language) {
        return switch (language) {
            case ENGLISH -> ENGLISH;
            case CHINESE -> CHINESE;
        };
    }
}
