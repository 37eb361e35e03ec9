package io.satisflow.channel.field;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.io.Serializable;
import java.util.Map;

/**
 * What of a value is meant: a regular expression with one named group, as in {@code (?<score>\\d+) of 10}. It is matched in
 * linear time, so that no text can hold up the stream.
 */
final class Extraction implements Serializable {
    private final Pattern pattern;
    private final String group;

    private Extraction(Pattern pattern, String group) {
        this.pattern = pattern;
        this.group = group;
    }

    /** @throws IllegalArgumentException when it is no regular expression with exactly one named group */
    static Extraction of(String expression) {
        try {
            Pattern pattern = Pattern.compile(expression.replaceAll("\\(\\?<(?=[A-Za-z])", "(?P<"));
            Map<String, Integer> groups = pattern.namedGroups();
            if (groups.size() != 1) {
                throw new IllegalArgumentException(
                        "\"%s\" needs one named group around what is meant, such as (?<score>[0-9]+)"
                                .formatted(expression));
            }
            return new Extraction(pattern, groups.keySet().iterator().next());
        } catch (PatternSyntaxException e) {
            throw new IllegalArgumentException(
                    "\"%s\" is no regular expression: %s".formatted(expression, e.getDescription()), e);
        }
    }

    /** Empty when the value does not hold it. */
    String from(String value) {
        Matcher matcher = pattern.matcher(value);
        return matcher.find() && matcher.group(group) != null
                ? matcher.group(group).strip()
                : "";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Extraction extraction && extraction.pattern.equals(pattern);
    }

    @Override
    public int hashCode() {
        return pattern.hashCode();
    }
}
