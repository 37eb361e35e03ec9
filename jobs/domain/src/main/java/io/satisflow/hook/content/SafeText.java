package io.satisflow.hook.content;

import java.util.regex.Pattern;

/**
 * Words of others, made harmless wherever they are shown: no terminal sequences, no control or invisible characters,
 * nothing that turns the direction of writing or starts a line of its own. Markup is the tools' affair.
 */
public final class SafeText {
    /** Sequences of terminals: CSI, OSC with either end, and the short ones. */
    private static final Pattern TERMINAL =
            Pattern.compile("(\\x1b\\[|\\x9b)[0-?]*[ -/]*[@-~]?|\\x1b\\][^\\x07\\x1b]*(\\x07|\\x1b\\\\)?|\\x1b[@-_]?");

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final char REPLACEMENT = '\uFFFD';
    /** More accents on one letter than any writing has would spill over the lines above and below. */
    private static final int MOST_MARKS = 4;

    private SafeText() {}

    /** On one line: what cannot be shown becomes a space, and spaces in a row become one. */
    public static String line(String text) {
        String plain = TERMINAL.matcher(text).replaceAll("");
        StringBuilder safe = new StringBuilder(plain.length());
        boolean afterSpace = true;
        int marks = 0;
        for (int i = 0; i < plain.length(); ) {
            int point = plain.codePointAt(i);
            i += Character.charCount(point);
            marks = Character.getType(point) == Character.NON_SPACING_MARK ? marks + 1 : 0;
            if (isInvisible(point) || marks > MOST_MARKS) {
                continue;
            }
            boolean space = isSpace(point);
            if (!space) {
                safe.appendCodePoint(Character.getType(point) == Character.SURROGATE ? REPLACEMENT : point);
            } else if (!afterSpace) {
                safe.append(' ');
            }
            afterSpace = space;
        }
        return safe.toString().stripTrailing();
    }

    /** On one line of at most so many characters. */
    public static String line(String text, int most) {
        // What is cut away need not be cleaned; sequences that are left out make the text shorter, not longer.
        String bounded = text.length() > 8 * most + 1000 ? text.substring(0, 8 * most + 1000) : text;
        return Cut.characters(line(bounded), most);
    }

    /** Joiners hold emoji and some writings together, and turn nothing around. */
    private static boolean isInvisible(int point) {
        return Character.getType(point) == Character.FORMAT
                && point != ZERO_WIDTH_JOINER
                && point != ZERO_WIDTH_NON_JOINER;
    }

    private static boolean isSpace(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.PRIVATE_USE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SPACE_SEPARATOR -> true;
            default -> false;
        };
    }
}
