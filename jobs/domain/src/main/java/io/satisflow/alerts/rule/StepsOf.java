package io.satisflow.alerts.rule;

import java.io.Serializable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many of the last verdicts must be bad.
 *
 * @param bad at least so many
 * @param of the last so many
 */
public record StepsOf(int bad, int of) implements Serializable {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,3})\\s+of\\s+(\\d{1,3})");

    public StepsOf {
        if (bad < 1 || of < bad) {
            throw new IllegalArgumentException("expected such as \"3 of 5\", but was \"%d of %d\"".formatted(bad, of));
        }
    }

    /** @throws IllegalArgumentException when it is not such as {@code 3 of 5} */
    public static StepsOf parse(String text) {
        Matcher matcher = TEXT.matcher(text.trim());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("expected such as \"3 of 5\", but was \"%s\"".formatted(text));
        }
        return new StepsOf(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }
}
