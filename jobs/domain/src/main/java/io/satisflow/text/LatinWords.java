package io.satisflow.text;

import java.lang.Character.UnicodeScript;

/**
 * The words in Latin letters of a text, one after the other, in lower case; {@link NonWords} are passed over. More than two
 * of one letter are read as two, so that "soooo" is still a word.
 */
final class LatinWords {
    private static final char APOSTROPHE = '\'';
    private static final int MOST_REPEATS = 2;

    private final CharSequence text;
    private final int end;
    private final StringBuilder word = new StringBuilder();
    private int at;

    /** @param end of the part to read, exclusive, in UTF-16 units */
    LatinWords(CharSequence text, int end) {
        this.text = text;
        this.end = end;
    }

    /** Whether there is another word; it is then in {@link #word()}. */
    boolean next() {
        word.setLength(0);
        while (at < end && word.isEmpty()) {
            int afterNonWord = NonWords.endAt(text, at, end);
            if (afterNonWord > at) {
                at = afterNonWord;
            } else if (isLatin(text.charAt(at))) {
                readWord();
            } else {
                at++;
            }
        }
        return !word.isEmpty();
    }

    /** Changes with the next one. */
    CharSequence word() {
        return word;
    }

    private void readWord() {
        while (at < end && (isLatin(text.charAt(at)) || isInnerApostrophe())) {
            char letter = text.charAt(at) == '\u2019' ? APOSTROPHE : Character.toLowerCase(narrow(text.charAt(at)));
            if (!endsWithRepeats(letter)) {
                word.append(letter);
            }
            at++;
        }
    }

    private boolean endsWithRepeats(char letter) {
        int length = word.length();
        return length >= MOST_REPEATS && word.charAt(length - 1) == letter && word.charAt(length - 2) == letter;
    }

    private boolean isInnerApostrophe() {
        char letter = text.charAt(at);
        return (letter == APOSTROPHE || letter == '\u2019') && at + 1 < end && isLatin(text.charAt(at + 1));
    }

    /** Full-width letters are common in East Asia, and the same letters. */
    private static char narrow(char letter) {
        return letter >= '\uFF21' && letter <= '\uFF5A' ? (char) (letter - 0xFEE0) : letter;
    }

    static boolean isLatin(int letter) {
        if (letter < 0x80) {
            int lower = letter | 0x20;
            return lower >= 'a' && lower <= 'z';
        }
        return Character.isLetter(letter) && UnicodeScript.of(letter) == UnicodeScript.LATIN;
    }
}
