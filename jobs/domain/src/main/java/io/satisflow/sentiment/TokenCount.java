package io.satisflow.sentiment;

/**
 * About as many tokens as a tokenizer would find, without one: words and numbers, ideographs one by one, and every other
 * sign. Depends on the text alone, so that a busy machine leaves the same texts to the fast scorer as an idle one.
 */
final class TokenCount {
    private TokenCount() {}

    /** Reads no further than it takes to know. */
    static boolean exceeds(String text, int limit) {
        int tokens = 0;
        boolean inWord = false;
        for (int i = 0; i < text.length() && tokens <= limit; ) {
            int symbol = text.codePointAt(i);
            boolean ideograph = Character.isIdeographic(symbol);
            boolean word = Character.isLetterOrDigit(symbol) && !ideograph;
            boolean starts = word ? !inWord : !Character.isWhitespace(symbol);
            tokens += starts ? 1 : 0;
            inWord = word;
            i += Character.charCount(symbol);
        }
        return tokens > limit;
    }
}
