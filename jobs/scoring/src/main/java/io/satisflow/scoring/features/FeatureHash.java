package io.satisflow.scoring.features;

/**
 * Hashes of features. Part of the model's format: a change here makes every trained model worthless, so it needs a new
 * format version.
 */
final class FeatureHash {
    /** 2^32 divided by the golden ratio: multiplying by it spreads neighbours over all 32 bits. */
    static final int SPREAD = 0x9E3779B1;

    /** The prime of the FNV hash. */
    private static final int PRIME = 0x01000193;

    private static final int START_OF_WORD = 99;
    private static final int PAIR = 5;
    private static final int NEGATED = 3;
    private static final int IN_POST = 13;
    private static final int IS_POST = 77;
    private static final int IS_NO_POST = 78;

    private FeatureHash() {}

    static int word(Symbols symbols, int from, int to) {
        int hash = START_OF_WORD;
        for (int i = from; i < to; i++) {
            hash = (hash + symbols.at(i)) * PRIME;
        }
        return hash;
    }

    static int pair(int before, int word) {
        return (word * 31 + before) * SPREAD + PAIR;
    }

    static int negated(int word) {
        return word * 0x27d4eb2f + NEGATED;
    }

    /** @param feature a word or a run of symbols */
    static int inPost(int feature) {
        return feature * 0x85ebca6b + IN_POST;
    }

    /** Says of every text whether it is a post. */
    static int kindOf(Symbols symbols) {
        return symbols.isPost() ? IS_POST : IS_NO_POST;
    }
}
