package io.satisflow.segment;

import java.io.Serializable;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a group of feedback has in common, such as channel app and product x.
 *
 * @param values by dimension, sorted; empty for all feedback
 */
public record Segment(SortedMap<String, String> values) implements Serializable {
    public static final Segment ALL = new Segment(new TreeMap<>());
    /** The value of feedback that has none. */
    static final String NONE = "null";

    static final String OTHER = "(other)";
    private static final String ALL_KEY = "(all)";

    public Segment {
        values = new TreeMap<>(values);
    }

    /** The segment that stands for all those of the same dimensions which there is no room for. */
    public Segment other() {
        SortedMap<String, String> folded = new TreeMap<>(values);
        folded.replaceAll((dimension, value) -> OTHER);
        return new Segment(folded);
    }

    /**
     * One line that is the same for the same segment: {@code channel=app,product=x}, {@code (all)} for all feedback.
     * Percent, comma, equals sign and slash in values are written as in web addresses.
     */
    public String key() {
        return values.isEmpty()
                ? ALL_KEY
                : values.entrySet().stream()
                        .map(entry -> escape(entry.getKey()) + "=" + escape(entry.getValue()))
                        .collect(Collectors.joining(","));
    }

    /** The key of these values, without making a segment of them. */
    public static String keyOf(Map<String, String> values) {
        return new Segment(new TreeMap<>(values)).key();
    }

    /** The segment of a {@link #key()}. */
    public static Segment parse(String key) {
        SortedMap<String, String> values = new TreeMap<>();
        if (!key.equals(ALL_KEY)) {
            for (String part : key.split(",", -1)) {
                int equals = part.indexOf('=');
                values.put(unescape(part.substring(0, equals)), unescape(part.substring(equals + 1)));
            }
        }
        return new Segment(values);
    }

    private static String escape(String text) {
        return text.replace("%", "%25").replace(",", "%2C").replace("=", "%3D").replace("/", "%2F");
    }

    private static String unescape(String text) {
        return text.replace("%2F", "/").replace("%3D", "=").replace("%2C", ",").replace("%25", "%");
    }
}
