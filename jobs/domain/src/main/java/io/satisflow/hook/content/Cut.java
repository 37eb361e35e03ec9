package io.satisflow.hook.content;

import java.nio.charset.StandardCharsets;
import java.util.function.ToIntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes texts short enough, at the end of what a reader takes for one character, and marks that something is missing. */
public final class Cut {
    private static final Pattern CHARACTER = Pattern.compile("\\X");
    private static final String MARK = "…";

    private Cut() {}

    /** @param most bytes of UTF-8 */
    public static String bytes(String text, int most) {
        return cut(text, most, Cut::size);
    }

    /** @param most characters as Java and JavaScript count them: two for an emoji */
    public static String characters(String text, int most) {
        return cut(text, most, String::length);
    }

    public static int size(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String cut(String text, int most, ToIntFunction<String> size) {
        if (size.applyAsInt(text) <= most) {
            return text;
        }
        int room = most - size.applyAsInt(MARK);
        if (room < 0) {
            return "";
        }
        Matcher character = CHARACTER.matcher(text);
        int end = 0;
        int taken = 0;
        while (character.find()) {
            taken += size.applyAsInt(character.group());
            if (taken > room) {
                break;
            }
            end = character.end();
        }
        return text.substring(0, end).stripTrailing() + MARK;
    }
}
