package io.satisflow.scoring.linear;

import java.util.Arrays;

/**
 * Where the passages of a long text begin and end: at the ends of sentences, at line breaks, and before a "but". A long
 * review tells what was bought, worn and sent back, and in a word or two whether its writer is content; read as a whole, the
 * telling outweighs the judging. Measured on clothing reviews, two classes, macro-F1: 0.65 as a whole, 0.79 by passages.
 * Posts are short, and read as a whole. Used again from text to text.
 */
final class Passages {
    /** In UTF-16 units; in what is shorter there is nothing to outweigh. */
    private static final int LONG = 160;

    private int[] ends = new int[32];
    private int count;

    /** @return whether it is a long text of two passages or more */
    boolean divide(String text, int end) {
        count = 0;
        if (end < LONG) {
            return false;
        }
        int words = 0;
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (c == '@' || c == '#' || isLink(text, i, c)) {
                return false;
            }
            words += Character.isLetterOrDigit(c) ? 1 : 0;
            if (words > 0 && endsPassage(text, i, c, end)) {
                add(i + 1);
                words = 0;
            }
        }
        if (words > 0 || count == 0) {
            add(end);
        } else {
            ends[count - 1] = end;
        }
        return count > 1;
    }

    int count() {
        return count;
    }

    int start(int passage) {
        return passage == 0 ? 0 : ends[passage - 1];
    }

    int end(int passage) {
        return ends[passage];
    }

    private static boolean endsPassage(String text, int i, char c, int end) {
        return switch (c) {
            case '\n' -> true;
            case '.', '!', '?', ';' ->
                i + 1 < end && (Character.isWhitespace(text.charAt(i + 1)) || isDots(text, i, c));
            case ' ' -> text.regionMatches(true, i + 1, "but ", 0, 4);
            default -> false;
        };
    }

    private static boolean isDots(String text, int i, char c) {
        return c == '.' && i > 0 && text.charAt(i - 1) == '.' && text.charAt(i + 1) != '.';
    }

    private static boolean isLink(String text, int i, char c) {
        return (c == 'h'
                        && text.startsWith("http", i)
                        && (text.startsWith("://", i + 4) || text.startsWith("s://", i + 4)))
                || (c == 'w' && text.startsWith("www.", i));
    }

    private void add(int end) {
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, 2 * count);
        }
        ends[count++] = end;
    }
}
