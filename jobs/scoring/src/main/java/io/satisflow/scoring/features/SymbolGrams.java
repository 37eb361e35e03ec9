package io.satisflow.scoring.features;

/** Every run of neighbouring symbols between a shortest and a longest length, as features. */
final class SymbolGrams {
    private SymbolGrams() {}

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
}
