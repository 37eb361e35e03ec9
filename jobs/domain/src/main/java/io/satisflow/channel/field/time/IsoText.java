package io.satisflow.channel.field.time;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * ISO 8601 and RFC 3339 as tools write them, without another meaning: a blank for the T, one before the offset, UTC or GMT
 * for Z, a comma before the fraction, more of its digits than are kept, the basic form, a zone's name behind the offset.
 */
final class IsoText {
    private static final Pattern LOOSE = Pattern.compile("(?<day>\\d{4}-\\d{2}-\\d{2}|(?:19|20)\\d{6})"
            + "(?:[Tt ](?<time>\\d{2}:\\d{2}(?::\\d{2})?|\\d{6}|\\d{4})(?:[.,](?<fraction>\\d{1,9})\\d{0,9})?"
            + " ?(?<offset>[Zz]|UTC|GMT|[+-]\\d{2}(?::?\\d{2})?)?(?<zone>(?<=[Z\\d])\\[[A-Za-z0-9_+/-]{1,50}])?)?");

    private IsoText() {}

    /** What it says as java.time reads it; anything else as it is. */
    static String strict(String text) {
        Matcher loose = LOOSE.matcher(text.strip());
        if (!loose.matches() || (loose.group("zone") != null && loose.group("offset") == null)) {
            return text;
        }
        StringBuilder strict = new StringBuilder(separated(loose.group("day"), '-', 4, 6));
        String time = loose.group("time");
        if (time != null) {
            strict.append('T').append(separated(time, ':', 2, 4));
            String fraction = loose.group("fraction");
            if (fraction != null) {
                strict.append('.').append(fraction);
            }
            strict.append(offset(loose.group("offset")));
        }
        return strict.toString();
    }

    private static String offset(@Nullable String offset) {
        if (offset == null) {
            return "";
        }
        return Character.isLetter(offset.charAt(0)) ? "Z" : offset;
    }

    private static String separated(String digits, char sign, int first, int second) {
        if (digits.indexOf(sign) >= 0) {
            return digits;
        }
        String head = digits.substring(0, first) + sign + digits.substring(first, second);
        return digits.length() > second ? head + sign + digits.substring(second) : head;
    }
}
