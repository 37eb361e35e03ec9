package io.satisflow.embedding;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The words of a text, one after another, so that of a text of any length only what is asked for is read. Control
 * characters are passed over; punctuation and Han characters are words of one character.
 */
final class PlainWords {
    private static final int REPLACEMENT = 0xFFFD;

    private final String text;
    private final boolean lowerCase;
    private int at;

    PlainWords(String text, boolean lowerCase) {
        this.text = text;
        this.lowerCase = lowerCase;
    }

    /** The next word, or null after the last. */
    @Nullable
    String next() {
        StringBuilder word = new StringBuilder();
        while (at < text.length()) {
            int symbol = text.codePointAt(at);
            boolean alone = isPunctuation(symbol) || isHan(symbol);
            if (!word.isEmpty() && (alone || isBlank(symbol))) {
                break;
            }
            at += Character.charCount(symbol);
            if (!isBlank(symbol) && !isControl(symbol)) {
                word.appendCodePoint(symbol);
            }
            if (alone) {
                break;
            }
        }
        return word.isEmpty() ? null : plain(word.toString());
    }

    private String plain(String word) {
        if (!lowerCase) {
            return word;
        }
        StringBuilder plain = new StringBuilder();
        Normalizer.normalize(word, Normalizer.Form.NFD)
                .codePoints()
                .filter(symbol -> Character.getType(symbol) != Character.NON_SPACING_MARK)
                .forEach(plain::appendCodePoint);
        return plain.toString().toLowerCase(Locale.ROOT);
    }

    private static boolean isBlank(int symbol) {
        return symbol == '\t' || symbol == '\n' || symbol == '\r' || Character.isSpaceChar(symbol);
    }

    private static boolean isControl(int symbol) {
        return switch (Character.getType(symbol)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> symbol == REPLACEMENT;
        };
    }

    /** Unicode's punctuation, and all signs of ASCII, such as {@code $} and {@code +}. */
    private static boolean isPunctuation(int symbol) {
        if (symbol > ' ' && symbol < 0x7F) {
            return !Character.isLetterOrDigit(symbol);
        }
        return switch (Character.getType(symbol)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }

    private static boolean isHan(int symbol) {
        return Character.isIdeographic(symbol) && Character.UnicodeScript.of(symbol) == Character.UnicodeScript.HAN;
    }
}
