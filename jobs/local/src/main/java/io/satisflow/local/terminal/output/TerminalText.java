package io.satisflow.local.terminal.output;

/** Makes text harmless to a terminal, letter by letter: what would steer it is written out, as JSON would: {@code \u001b}. */
public final class TerminalText {
    private TerminalText() {}

    /** As it may be shown on a terminal; lines stay lines. */
    public static String shown(CharSequence text) {
        return escaped(text, true);
    }

    /**
     * As it may go into a file or a pipe. Marks that turn the writing around stay, as they may belong to an Arabic text that
     * somebody reads on; nobody's data holds escape sequences.
     */
    static String piped(CharSequence text) {
        return escaped(text, false);
    }

    static boolean isHarmless(CharSequence text) {
        return text.chars().noneMatch(letter -> steers(letter) || turns(letter));
    }

    private static String escaped(CharSequence text, boolean forTerminal) {
        StringBuilder safe = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (steers(letter) && !(letter == '\r' && !forTerminal) || forTerminal && turns(letter)) {
                safe.append(String.format("\\u%04x", (int) letter));
            } else {
                safe.append(letter);
            }
        }
        return safe.toString();
    }

    /** Control characters but for the end of a line and a tab. */
    private static boolean steers(int letter) {
        return letter < ' ' && letter != '\n' && letter != '\t' || letter >= 0x7f && letter <= 0x9f;
    }

    /** Bidirectional marks, overrides and isolates, and Unicode's own ends of lines. */
    private static boolean turns(int letter) {
        return letter == 0x061c
                || letter == 0x200e
                || letter == 0x200f
                || letter >= 0x2028 && letter <= 0x202e
                || letter >= 0x2066 && letter <= 0x2069;
    }
}
