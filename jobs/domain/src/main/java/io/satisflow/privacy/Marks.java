package io.satisflow.privacy;

import io.satisflow.privacy.finding.PersonalData;

/**
 * The marks that stand in place of personal data: {@code <phone>}, and {@code [phone]} as earlier versions wrote it. A mark is
 * no word of the customer's, so whoever weighs words reads past it.
 */
public final class Marks {
    private static final int LONGEST_WORD = 8;
    private static final String[] WORDS = words();

    private Marks() {}

    /**
     * Where the mark ends that begins here, exclusive.
     *
     * @param end of the part to read, exclusive
     * @return the very place when none begins here
     */
    public static int endAt(CharSequence text, int at, int end) {
        char open = text.charAt(at);
        if (open != '<' && open != '[') {
            return at;
        }
        char close = open == '<' ? '>' : ']';
        int last = Math.min(end, at + LONGEST_WORD + 2);
        for (int i = at + 1; i < last; i++) {
            if (text.charAt(i) == close) {
                return isWord(text, at + 1, i) ? i + 1 : at;
            }
        }
        return at;
    }

    /**
     * The text as if the marks had never been in it: what stood around one is joined again, with a blank where words of
     * letters would run into each other. The same object when there is no mark.
     */
    public static String without(String text) {
        int first = firstIn(text, 0);
        if (first < 0) {
            return text;
        }
        StringBuilder rest = new StringBuilder(text.length());
        int from = 0;
        for (int at = first; at >= 0; at = firstIn(text, from)) {
            rest.append(text, from, at);
            from = join(rest, text, endAt(text, at, text.length()));
        }
        return rest.append(text, from, text.length()).toString();
    }

    private static int firstIn(String text, int from) {
        int angle = text.indexOf('<', from);
        int square = text.indexOf('[', from);
        while (angle >= 0 || square >= 0) {
            boolean angleFirst = square < 0 || (angle >= 0 && angle < square);
            int at = angleFirst ? angle : square;
            if (endAt(text, at, text.length()) > at) {
                return at;
            }
            if (angleFirst) {
                angle = text.indexOf('<', at + 1);
            } else {
                square = text.indexOf('[', at + 1);
            }
        }
        return -1;
    }

    /** Takes the blanks around a mark away, but for one between words; tells where to read on. */
    private static int join(StringBuilder before, String text, int after) {
        int next = after;
        while (next < text.length() && isBlank(text.charAt(next))) {
            next++;
        }
        int length = before.length();
        while (length > 0 && isBlank(before.charAt(length - 1))) {
            length--;
        }
        boolean blank = next > after || length < before.length();
        before.setLength(length);
        if (blank && length > 0 && next < text.length() && areWords(before.charAt(length - 1), text.charAt(next))) {
            before.append(' ');
        }
        return next;
    }

    /** East Asian words stand side by side without a blank, and a sign such as a comma behind its word. */
    private static boolean areWords(char before, char after) {
        boolean dense = before >= '\u2e80' || after >= '\u2e80';
        boolean sign = after < 0x80 && ".,;:!?)".indexOf(after) >= 0;
        return !dense && !sign;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\u00a0' || c == '\u3000';
    }

    private static boolean isWord(CharSequence text, int from, int to) {
        for (String word : WORDS) {
            if (word.length() == to - from && matches(word, text, from)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(String word, CharSequence text, int from) {
        for (int i = 0; i < word.length(); i++) {
            if ((text.charAt(from + i) | 0x20) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private static String[] words() {
        PersonalData[] kinds = PersonalData.values();
        String[] words = new String[kinds.length];
        for (int i = 0; i < kinds.length; i++) {
            words[i] = kinds[i].word();
        }
        return words;
    }
}
