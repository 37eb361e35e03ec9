package io.satisflow.scoring.training;

import io.satisflow.scoring.linear.ModelLanguage;

/**
 * How a language is learned; found by trying on validation texts.
 *
 * @param bits there are 2^bits buckets; fewer let different features fall together
 * @param penalty on large weights; more of it trusts the texts less
 * @param smoothing see {@link EvidenceScale}
 * @param mostRounds of the minimizer; further ones fit the training texts and not the others
 */
public record Recipe(int bits, double penalty, double smoothing, int mostRounds) {
    private static final Recipe ENGLISH = new Recipe(18, 0.15, 3, 60);
    private static final Recipe CHINESE = new Recipe(20, 0.1, 10, 40);

    public static Recipe of(ModelLanguage language) {
        return switch (language) {
            case ENGLISH -> ENGLISH;
            case CHINESE -> CHINESE;
        };
    }
}
