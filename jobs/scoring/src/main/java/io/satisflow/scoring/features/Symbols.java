package io.satisflow.scoring.features;

import java.util.Arrays;

/**
 * A text as a row of symbols: code points in lower case, and numbers beyond Unicode for what counts as one thing,
 * such as a link or an emoticon code in brackets. Used again from text to text.
 */
final class Symbols {
    static final int SPACE = ' ';
    static final int DIGIT = '0';
    static final int LINK = 0x110000;
    static final int MENTION = 0x110001;

    /** The first of the symbols of {@link Mood}. */
    static final int MOOD = 0x110010;

    /** No symbol at all. */
    static final int NONE = -1;

    /** Named symbols are the hash of their name from here on, with 20 bits. */
    private static final int NAMED = 0x200000;

    private static final int NAME_BITS = 0xFFFFF;

    private int[] symbols = new int[512];
    private int length;
    private boolean post;

    /** One symbol for a name, in whichever case it is written. */
    static int named(CharSequence text, int from, int to) {
        int hash = 7;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + Character.toLowerCase(text.charAt(i));
        }
        return NAMED | ((hash ^ (hash >>> 20)) & NAME_BITS);
    }

    void clear() {
        length = 0;
        post = false;
    }

    /**
     * Whether this is a post rather than a review: it has a mention, a hashtag, a link or a code in brackets. Posts are
     * addressed to somebody, and their words weigh otherwise than the same words in a review.
     */
    boolean isPost() {
        return post;
    }

    void markAsPost() {
        post = true;
    }

    void append(int symbol) {
        if (length == symbols.length) {
            symbols = Arrays.copyOf(symbols, 2 * length);
        }
        symbols[length++] = symbol;
    }

    int length() {
        return length;
    }

    int at(int index) {
        return symbols[index];
    }

    /** The last symbol, or a space before the first. */
    int last() {
        return length == 0 ? SPACE : symbols[length - 1];
    }

    /** Whether the last symbols, this many of them, are all this one. */
    boolean endsWith(int symbol, int times) {
        if (length < times) {
            return false;
        }
        for (int i = length - times; i < length; i++) {
            if (symbols[i] != symbol) {
                return false;
            }
        }
        return true;
    }
}
