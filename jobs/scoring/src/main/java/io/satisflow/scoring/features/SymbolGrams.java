package io.satisflow.scoring.features;

/** Runs of neighbouring symbols, as features. */
final class SymbolGrams {
    private SymbolGrams() {}

    /** Every run between a shortest and a longest length. */
    static void add(Symbols symbols, int shortest, int longest, BucketSet into) {
        for (int start = 0; start < symbols.length(); start++) {
            int stop = Math.min(symbols.length(), start + longest);
            int hash = 0;
            for (int i = start; i < stop; i++) {
                hash = (hash + symbols.at(i)) * FeatureHash.SPREAD;
                int length = i - start + 1;
                if (length >= shortest) {
                    into.add(hash + length);
                }
            }
        }
    }

    /** Every run up to a longest length, once more, as what it is in a post. */
    static void addInPost(Symbols symbols, int longest, BucketSet into) {
        for (int start = 0; start < symbols.length(); start++) {
            int stop = Math.min(symbols.length(), start + longest);
            int hash = 0;
            for (int i = start; i < stop; i++) {
                hash = (hash + symbols.at(i)) * FeatureHash.SPREAD;
                into.add(FeatureHash.inPost(hash + i - start + 1));
            }
        }
    }
}
