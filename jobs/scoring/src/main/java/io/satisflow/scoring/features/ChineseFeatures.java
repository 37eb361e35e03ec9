package io.satisflow.scoring.features;

/**
 * N-grams of one to three symbols. A Chinese word has mostly one or two characters, so these hold the words without a
 * segmenter, which would cost a thousand times as much, and negations such as 不好吃 with them. Emoji, and codes such as
 * [doge], are symbols like any other.
 */
public final class ChineseFeatures implements FeatureExtractor {
    private static final int LONGEST = 3;

    private final SymbolReader reader = new SymbolReader(true);

    @Override
    public void extract(CharSequence text, int end, BucketSet into) {
        into.clear();
        SymbolGrams.add(reader.read(text, end), 1, LONGEST, into);
    }
}
