package io.satisflow.scoring.plain;

/** Characters by which a text shows a mood, whatever it says. */
final class Loudness {
    private Loudness() {}

    /** Quotation marks, dots and tildes that trail off, emoticons of posts, pictures, repeated question marks. */
    static boolean isAt(String text, int i) {
        char c = text.charAt(i);
        return switch (c) {
            case '"', '\u201c', '\u201d', '\u300c', '\u2026', '~', '\uff5e', '[', '{' -> true;
            case '.', '\u3002', '\uff0c', ',' -> i > 0 && text.charAt(i - 1) == c;
            case '?', '\uff1f' -> i > 0 && asksOrShouts(text.charAt(i - 1));
            case '(' -> i > 0 && text.charAt(i - 1) == ':';
            default -> c >= '\u2190' && (c < '\u2e80' || Character.isSurrogate(c));
        };
    }

    static boolean shouts(char c) {
        return c == '!' || c == '\uff01';
    }

    static boolean asks(char c) {
        return c == '?' || c == '\uff1f';
    }

    private static boolean asksOrShouts(char c) {
        return asks(c) || shouts(c);
    }
}
