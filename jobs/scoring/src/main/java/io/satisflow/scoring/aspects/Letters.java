package io.satisflow.scoring.aspects;

/** Characters as words are compared by: no case, no full-width forms, one kind of apostrophe. */
final class Letters {
    private static final int FULL_WIDTH_OFFSET = 0xFEE0;
    private static final char FIRST_OF_EAST_ASIA = 0x2E80;

    private Letters() {}

    static char folded(char letter) {
        if (letter < 0x80) {
            return letter >= 'A' && letter <= 'Z' ? (char) (letter + 32) : letter;
        }
        if (letter >= 0xFF01 && letter <= 0xFF5E) {
            return folded((char) (letter - FULL_WIDTH_OFFSET));
        }
        return letter == '\u2019' || letter == '\u2018' ? '\'' : Character.toLowerCase(letter);
    }

    static boolean isBlank(char letter) {
        return letter <= ' ' || (letter >= 0x80 && (Character.isWhitespace(letter) || Character.isSpaceChar(letter)));
    }

    /** Whether it is part of a word that blanks end, as Latin ones are; Chinese words stand side by side. */
    static boolean isPartOfSpacedWord(char letter) {
        if (letter < 0x80) {
            return (letter >= 'a' && letter <= 'z')
                    || (letter >= 'A' && letter <= 'Z')
                    || (letter >= '0' && letter <= '9');
        }
        return letter < FIRST_OF_EAST_ASIA && Character.isLetterOrDigit(letter);
    }
}
