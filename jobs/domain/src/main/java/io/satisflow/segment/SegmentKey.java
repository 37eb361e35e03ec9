package io.satisflow.segment;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The one spelling of a segment's key, the same in the keys of all topics: {@code channel=app,product=x}, with dimensions in
 * order, or {@code (all)} for all feedback. Signs that divide a key or a line (percent, comma, equals sign, slash, control
 * characters) are written as in web addresses, everything else as it is.
 */
final class SegmentKey {
    private static final String ALL = "(all)";
    private static final String DIVIDING = "%,=/";
    private static final HexFormat HEX = HexFormat.ofDelimiter("%").withUpperCase();

    private SegmentKey() {}

    /** @param values sorted */
    static String write(Map<String, String> values) {
        return values.isEmpty()
                ? ALL
                : values.entrySet().stream()
                        .map(entry -> escape(entry.getKey()) + "=" + escape(entry.getValue()))
                        .collect(Collectors.joining(","));
    }

    static Map<String, String> read(String key) {
        Map<String, String> values = new TreeMap<>();
        if (!key.equals(ALL)) {
            for (String part : key.split(",", -1)) {
                int equals = part.indexOf('=');
                if (equals < 0) {
                    throw new IllegalArgumentException(
                            "\"%s\" is no segment; write %s, or dimensions such as channel=app,product=x"
                                    .formatted(key, ALL));
                }
                values.put(unescape(part.substring(0, equals)), unescape(part.substring(equals + 1)));
            }
        }
        return values;
    }

    private static String escape(String text) {
        if (text.chars().noneMatch(SegmentKey::isEscaped)) {
            return text;
        }
        StringBuilder escaped = new StringBuilder(text.length() + 8);
        for (char sign : text.toCharArray()) {
            if (isEscaped(sign)) {
                for (byte each : String.valueOf(sign).getBytes(StandardCharsets.UTF_8)) {
                    escaped.append('%').append(HEX.toHexDigits(each));
                }
            } else {
                escaped.append(sign);
            }
        }
        return escaped.toString();
    }

    private static boolean isEscaped(int sign) {
        return DIVIDING.indexOf(sign) >= 0 || Character.isISOControl(sign) || sign == '\u2028' || sign == '\u2029';
    }

    private static String unescape(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        StringBuilder plain = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int end = endOfEscape(text, at);
            plain.append(end == at ? text.substring(at, at + 1) : decoded(text, at, end));
            at = Math.max(end, at + 1);
        }
        return plain.toString();
    }

    /** Where the escaped bytes that begin here end. */
    private static int endOfEscape(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) == '%') {
            end += 3;
        }
        return end;
    }

    private static String decoded(String text, int from, int to) {
        if (to > text.length()) {
            throw new IllegalArgumentException(
                    "\"%s\" ends within an escape; write a percent sign as %%25".formatted(text));
        }
        return new String(HEX.parseHex(text, from + 1, to), StandardCharsets.UTF_8);
    }
}
