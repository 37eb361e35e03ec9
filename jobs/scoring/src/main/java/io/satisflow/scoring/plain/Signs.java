package io.satisflow.scoring.plain;

/** Which signs a text holds that make it worth a closer look. Looked for together, since every text comes by. */
public final class Signs {
    /** In UTF-16 units; further down, much else decides. */
    private static final int LOOKED_AT = 2_000;

    private static final int QUOTES = 1;
    private static final int ASKS = 2;

    private Signs() {}

    /** A number that {@link #quotes} and {@link #asks} read. */
    public static int in(String text) {
        int signs = 0;
        int end = Math.min(text.length(), LOOKED_AT);
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (c < 'A') {
                signs |= c == '"' ? QUOTES : c == '?' ? ASKS : 0;
            } else if (c > '\u2000' && (c < '\u3100' || c > '\uff00')) {
                signs |= c == '\u201c' || c == '\u300c' ? QUOTES : c == '\uff1f' ? ASKS : 0;
            }
        }
        return signs;
    }

    public static boolean quotes(int signs) {
        return (signs & QUOTES) != 0;
    }

    public static boolean asks(int signs) {
        return (signs & ASKS) != 0;
    }
}
