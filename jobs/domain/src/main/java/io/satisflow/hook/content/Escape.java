package io.satisflow.hook.content;

import java.util.regex.Pattern;

/** Ways to keep a tool from reading markup out of words. */
public final class Escape {
    private static final Pattern LINK = Pattern.compile("\\](?=\\s*[(\\[:])");
    private static final int TO_FULL_WIDTH = 0xFEE0;

    private Escape() {}

    /** A backslash before each of the characters, as Markdown has it. */
    public static String backslash(String text, String characters) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (characters.indexOf(c) >= 0) {
                escaped.append('\\');
            }
            escaped.append(c);
        }
        return escaped.toString();
    }

    /** The full-width form of each of the characters, for tools that know no escape. They must be printable ASCII. */
    public static String fullWidth(String text, String characters) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            escaped.append(characters.indexOf(c) >= 0 ? (char) (c + TO_FULL_WIDTH) : c);
        }
        return escaped.toString();
    }

    /** Keeps brackets from being a link, for tools that know no escape, and leaves them otherwise. */
    public static String withoutLinks(String text) {
        return LINK.matcher(text).replaceAll("］");
    }

    public static String html(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /** An address within the markup of a link, where brackets, quotes and bars would end it. */
    public static String address(String url) {
        return url.replace("(", "%28")
                .replace(")", "%29")
                .replace("<", "%3C")
                .replace(">", "%3E")
                .replace("|", "%7C")
                .replace("\"", "%22")
                .replace("'", "%27")
                .replace("[", "%5B")
                .replace("]", "%5D");
    }
}
