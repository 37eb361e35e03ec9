package io.satisflow.scoring.features;

/**
 * Words, pairs of words, and runs of two to five characters across words. The runs see endings, misspellings and
 * emoticons such as :( without a list of any of them.
 *
 * <p>Two kinds of words count apart as well: those that a negation governs, and those in a post. A post (with a
 * mention, a hashtag or a link) is short and addressed to somebody, and its words weigh otherwise than the same
 * words in a review; that lets posts and reviews be learned together, to the good of both.
 */
public final class EnglishFeatures implements FeatureExtractor {
    private static final int SHORTEST = 2;
    private static final int LONGEST = 5;
    private static final int START_OF_TEXT = 1;

    private final SymbolReader reader = new SymbolReader(false);
    private final NegationScope negation = new NegationScope();

    @Override
    public void extract(CharSequence text, int from, int end, BucketSet into) {
        into.clear();
        Symbols symbols = reader.read(text, from, end);
        boolean post = symbols.isPost();
        into.add(FeatureHash.kindOf(symbols));
        addWords(symbols, post, into);
        SymbolGrams.add(symbols, SHORTEST, LONGEST, into);
    }

    private void addWords(Symbols symbols, boolean post, BucketSet into) {
        negation.clear();
        int before = START_OF_TEXT;
        int from = WordRuns.skipSpaces(symbols, 0);
        while (from < symbols.length()) {
            int to = WordRuns.endOfRun(symbols, from);
            int word = FeatureHash.word(symbols, from, to);
            into.add(word);
            into.add(FeatureHash.pair(before, word));
            if (post) {
                into.add(FeatureHash.inPost(word));
            }
            if (negation.governs(symbols, from, to)) {
                into.add(FeatureHash.negated(word));
            }
            before = word;
            from = WordRuns.skipSpaces(symbols, to);
        }
    }
}
