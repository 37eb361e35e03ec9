package io.satisflow.config;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Durations as people write them: {@code 90m}, {@code 1h 30m}, {@code 500ms}, or ISO-8601 such as {@code PT4H}. */
public final class DurationText {
    private static final Pattern PART = Pattern.compile("(\\d+)\\s*(ms|s|m|h|d)");
    private static final Pattern WHOLE = Pattern.compile("(?:\\d+\\s*(?:ms|s|m|h|d)\\s*)+");
    private static final Map<String, Duration> UNITS = Map.of(
            "ms", Duration.ofMillis(1),
            "s", Duration.ofSeconds(1),
            "m", Duration.ofMinutes(1),
            "h", Duration.ofHours(1),
            "d", Duration.ofDays(1));

    private DurationText() {}

    /**
     * @param text a day ({@code d}) is 24 hours
     * @throws IllegalArgumentException when it is not a duration; the message says what is allowed
     */
    public static Duration parse(String text) {
        String trimmed = text.trim();
        try {
            if (WHOLE.matcher(trimmed).matches()) {
                return sumOfParts(trimmed);
            }
            if (trimmed.toUpperCase(Locale.ROOT).startsWith("P")) {
                return Duration.parse(trimmed);
            }
        } catch (DateTimeParseException | ArithmeticException e) {
            throw notADuration(text, e);
        }
        throw notADuration(text, null);
    }

    /** To be read at a glance, in its two largest units: {@code 3d 4h}, {@code 4h 30m}, {@code 12m 5s}, {@code 40s}. */
    public static String rounded(Duration duration) {
        if (duration.toDays() > 0) {
            return twoUnits(duration.toDays(), "d", duration.toHoursPart(), "h");
        }
        return duration.toHours() > 0
                ? twoUnits(duration.toHours(), "h", duration.toMinutesPart(), "m")
                : twoUnits(duration.toMinutes(), "m", duration.toSecondsPart(), "s");
    }

    private static String twoUnits(long many, String unit, int few, String smallerUnit) {
        if (many == 0) {
            return few + smallerUnit;
        }
        return few == 0 ? many + unit : "%d%s %d%s".formatted(many, unit, few, smallerUnit);
    }

    private static Duration sumOfParts(String text) {
        Duration sum = Duration.ZERO;
        Matcher part = PART.matcher(text);
        while (part.find()) {
            sum = sum.plus(unit(part.group(2)).multipliedBy(amount(part.group(1))));
        }
        return sum;
    }

    private static Duration unit(String name) {
        return Objects.requireNonNull(UNITS.get(name));
    }

    private static long amount(String digits) {
        if (digits.length() > 15) {
            throw new ArithmeticException("too large");
        }
        return Long.parseLong(digits);
    }

    private static IllegalArgumentException notADuration(String text, @Nullable Exception cause) {
        return new IllegalArgumentException(
                "\"%s\" is not a duration; write 90m, 4h, 1h 30m, 3600s, 500ms, 7d or PT4H".formatted(text), cause);
    }
}
