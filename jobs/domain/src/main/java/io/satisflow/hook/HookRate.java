package io.satisflow.hook;

import io.satisflow.config.DurationText;
import java.io.Serializable;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * So many messages within any span of such a length.
 *
 * @param messages at least 1
 * @param span longer than zero
 */
public record HookRate(int messages, Duration span) implements Serializable {
    private static final Pattern TEXT = Pattern.compile("(\\d{1,6})\\s*/\\s*(\\S+)");
    private static final int BURST_SHARE = 4;

    public HookRate {
        if (messages < 1 || span.isNegative() || span.isZero()) {
            throw new IllegalArgumentException("expected a rate such as 20/1m");
        }
    }

    /**
     * Reads a rate as it stands in the settings.
     *
     * @param text such as 20/1m
     */
    public static HookRate parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("\"%s\" is not a rate; write such as 20/1m".formatted(text));
        }
        return new HookRate(Integer.parseInt(matcher.group(1)), DurationText.parse(matcher.group(2)));
    }

    /** How many may go at once: a quarter, so that they and those of the span after them stay within the limit. */
    public int burst() {
        return Math.max(1, messages / BURST_SHARE);
    }

    /** From one message to the next once the burst is used up. */
    public Duration pause() {
        int steady = Math.max(1, messages - burst());
        // Rounded up, and of a single message the whole span.
        return Duration.ofMillis((span.toMillis() + steady - 1) / steady);
    }
}
