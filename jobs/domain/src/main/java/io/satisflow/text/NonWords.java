package io.satisflow.text;

import io.satisflow.privacy.Marks;

/** What stands in texts and is of no language: mentions, links, and marks such as {@code <email>} that redaction leaves. */
final class NonWords {
    private static final int LONGEST_MARK = 20;

    private NonWords() {}

    /**
     * Where the mention, link or mark ends that begins here, exclusive.
     *
     * @param end of the part to read, exclusive
     * @return the very place when none begins here
     */
    static int endAt(CharSequence text, int at, int end) {
        return switch (text.charAt(at)) {
            case '@' -> blankAfter(text, at, end);
            case 'h', 'H', 'w', 'W' -> startsLink(text, at, end) ? blankAfter(text, at, end) : at;
            case '<' -> Marks.endAt(text, at, end);
            case '[' -> endOfMark(text, at, end);
            default -> at;
        };
    }

    private static boolean startsLink(CharSequence text, int at, int end) {
        return startsWith("http://", text, at, end)
                || startsWith("https://", text, at, end)
                || startsWith("www.", text, at, end);
    }

    private static boolean startsWith(String prefix, CharSequence text, int at, int end) {
        if (at + prefix.length() > end) {
            return false;
        }
        for (int i = 0; i < prefix.length(); i++) {
            if ((text.charAt(at + i) | 0x20) != (prefix.charAt(i) | 0x20)) {
                return false;
            }
        }
        return true;
    }

    /** Mentions and links are of ASCII; in Chinese, the sentence may go on right behind them. */
    private static int blankAfter(CharSequence text, int at, int end) {
        int after = at;
        while (after < end && text.charAt(after) > ' ' && text.charAt(after) < 0x7f) {
            after++;
        }
        return after;
    }

    private static int endOfMark(CharSequence text, int at, int end) {
        int last = Math.min(end, at + LONGEST_MARK);
        for (int i = at + 1; i < last; i++) {
            char letter = text.charAt(i);
            if (letter == ']') {
                return i + 1;
            }
            if (letter != '_' && !Character.isLetter(letter)) {
                return at;
            }
        }
        return at;
    }
}
