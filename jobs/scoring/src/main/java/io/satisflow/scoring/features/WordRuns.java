package io.satisflow.scoring.features;

/** Where words begin and end: runs of letters, digits and apostrophes, runs of punctuation, and each emoji alone. */
final class WordRuns {
    private static final int ASCII = 128;

    private WordRuns() {}

    static int skipSpaces(Symbols symbols, int from) {
        int index = from;
        while (index < symbols.length() && symbols.at(index) == Symbols.SPACE) {
            index++;
        }
        return index;
    }

    /** @param from not at a space */
    static int endOfRun(Symbols symbols, int from) {
        int index = from + 1;
        int first = symbols.at(from);
        if (isWordPart(first)) {
            while (index < symbols.length() && isWordPart(symbols.at(index))) {
                index++;
            }
        } else if (first < ASCII) {
            while (index < symbols.length() && isPunctuation(symbols.at(index))) {
                index++;
            }
        }
        return index;
    }

    static boolean isWordPart(int symbol) {
        if (symbol < ASCII) {
            return (symbol >= 'a' && symbol <= 'z') || symbol == Symbols.DIGIT || symbol == '\'';
        }
        return Character.isLetterOrDigit(symbol);
    }

    private static boolean isPunctuation(int symbol) {
        return symbol < ASCII && symbol != Symbols.SPACE && !isWordPart(symbol);
    }
}
