package io.satisflow.text;

/**
 * Text that every later reader can store. JSON may escape half a surrogate pair, which UTF-8 cannot spell, and NUL, which
 * databases refuse.
 */
public final class WellFormedText {
    private static final char REPLACEMENT = '\uFFFD';

    private WellFormedText() {}

    /** The same text, with U+FFFD in place of each half surrogate pair and without NUL. */
    public static String of(String text) {
        int first = firstFault(text);
        if (first == text.length()) {
            return text;
        }
        StringBuilder repaired = new StringBuilder(text.length()).append(text, 0, first);
        text.substring(first)
                .codePoints()
                .filter(point -> point != 0)
                .forEach(point -> repaired.appendCodePoint(isHalf(point) ? REPLACEMENT : point));
        return repaired.toString();
    }

    private static int firstFault(String text) {
        int index = 0;
        while (index < text.length()) {
            int point = text.codePointAt(index);
            if (point == 0 || isHalf(point)) {
                return index;
            }
            index += Character.charCount(point);
        }
        return index;
    }

    private static boolean isHalf(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }
}
