package io.satisflow.scoring.features;

/**
 * N-grams of one to three symbols. A Chinese word has mostly one or two characters, so these hold the words without a
 * segmenter, which would cost a thousand times as much, and negations such as 不好吃 with them. In a post, the shorter ones
 * count apart as well, as in English.
 */
public final class ChineseFeatures implements FeatureExtractor {
    private static final int LONGEST = 3;
    private static final int LONGEST_IN_POST = 2;

    private final SymbolReader reader = new SymbolReader(true);

    @Override
    public void extract(CharSequence text, int from, int end, BucketSet into) {
        into.clear();
        Symbols symbols = reader.read(text, from, end);
        into.add(FeatureHash.kindOf(symbols));
        SymbolGrams.add(symbols, 1, LONGEST, into);
        if (symbols.isPost()) {
            SymbolGrams.addInPost(symbols, LONGEST_IN_POST, into);
        }
    }
}
