package io.satisflow.scoring.features;

import java.util.List;

/**
 * The words that a negation governs: up to four after it, or until punctuation. Negators are a closed class of grammar,
 * so naming them is no list of opinions.
 */
final class NegationScope {
    private static final int WORDS = 4;
    private static final String ENDING = "n't";
    private static final List<String> NEGATORS = List.of(
            "not",
            "no",
            "never",
            "nothing",
            "without",
            "cannot",
            "dont",
            "cant",
            "wont",
            "isnt",
            "wasnt",
            "arent",
            "werent",
            "doesnt",
            "didnt",
            "wouldnt",
            "couldnt",
            "shouldnt",
            "hasnt",
            "havent",
            "hadnt",
            "aint",
            "nobody",
            "none",
            "neither",
            "nor",
            "hardly");

    /** By first letter, the lengths of negators as bits: nearly every other word is told by this alone. */
    private static final int[] LENGTHS = lengths();

    private int wordsLeft;

    void clear() {
        wordsLeft = 0;
    }

    /** Takes the words of a text in turn. */
    boolean governs(Symbols symbols, int from, int to) {
        if (!WordRuns.isWordPart(symbols.at(from))) {
            wordsLeft = 0;
            return false;
        }
        boolean governed = wordsLeft > 0;
        wordsLeft = negates(symbols, from, to) ? WORDS : Math.max(0, wordsLeft - 1);
        return governed;
    }

    private static boolean negates(Symbols symbols, int from, int to) {
        if (matches(symbols, Math.max(from, to - ENDING.length()), to, ENDING)) {
            return true;
        }
        int first = symbols.at(from);
        if (first >= LENGTHS.length || to - from >= Integer.SIZE || (LENGTHS[first] >>> (to - from) & 1) == 0) {
            return false;
        }
        for (int i = 0; i < NEGATORS.size(); i++) {
            if (matches(symbols, from, to, NEGATORS.get(i))) {
                return true;
            }
        }
        return false;
    }

    private static int[] lengths() {
        int[] lengths = new int['z' + 1];
        NEGATORS.forEach(word -> lengths[word.charAt(0)] |= 1 << word.length());
        return lengths;
    }

    private static boolean matches(Symbols symbols, int from, int to, String word) {
        if (to - from != word.length()) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (symbols.at(from + i) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
