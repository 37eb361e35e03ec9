package io.satisflow.local.terminal;

/** Words of others, made harmless: no control characters, no escape sequences, nothing that turns the writing around. */
public final class VisibleText {
    private VisibleText() {}

    /** On one line; what cannot be shown becomes a space, and spaces in a row become one. */
    public static String of(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        boolean space = true;
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            i += Character.charCount(codePoint);
            boolean blank = Character.isWhitespace(codePoint) || !isShown(codePoint);
            if (!blank) {
                visible.appendCodePoint(codePoint);
            } else if (!space) {
                visible.append(' ');
            }
            space = blank;
        }
        return visible.toString().stripTrailing();
    }

    private static boolean isShown(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
