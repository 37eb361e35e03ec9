package io.satisflow.calendar;

import java.io.Serializable;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stretch of a local day, half-open: at {@code to} work is over.
 *
 * @param from minutes after midnight, by the clock on the wall
 * @param to minutes after midnight, at most 1440 (24:00)
 */
public record WorkingPeriod(int from, int to) implements Serializable, Comparable<WorkingPeriod> {
    public static final int MINUTES_OF_A_DAY = 24 * 60;

    private static final Pattern TEXT = Pattern.compile("(\\d{1,2}):(\\d{2})\\s*-\\s*(\\d{1,2}):(\\d{2})");

    public WorkingPeriod {
        if (from < 0 || to > MINUTES_OF_A_DAY) {
            throw new IllegalArgumentException(
                    "%s lies outside of a day; a day runs from 00:00 to 24:00".formatted(text(from, to)));
        }
        if (from >= to) {
            throw new IllegalArgumentException(
                    ("%s must end after it begins; split what passes midnight in two: to 24:00,"
                                    + " and from 00:00 of the next day")
                            .formatted(text(from, to)));
        }
    }

    /** @param text such as {@code 08:00-12:00} */
    public static WorkingPeriod parse(String text) {
        Matcher parts = TEXT.matcher(text.trim());
        if (!parts.matches()) {
            throw notAPeriod(text);
        }
        return new WorkingPeriod(minutes(text, parts, 1), minutes(text, parts, 3));
    }

    private static int minutes(String text, Matcher parts, int hourGroup) {
        int minute = Integer.parseInt(parts.group(hourGroup + 1));
        if (minute > 59) {
            throw notAPeriod(text);
        }
        return Integer.parseInt(parts.group(hourGroup)) * 60 + minute;
    }

    private static IllegalArgumentException notAPeriod(String text) {
        return new IllegalArgumentException(
                "\"%s\" is not a period of a day; write 08:00-12:00, the end at most 24:00".formatted(text));
    }

    boolean overlaps(WorkingPeriod other) {
        return from < other.to && other.from < to;
    }

    @Override
    public int compareTo(WorkingPeriod other) {
        return Comparator.comparingInt(WorkingPeriod::from)
                .thenComparingInt(WorkingPeriod::to)
                .compare(this, other);
    }

    @Override
    public String toString() {
        return text(from, to);
    }

    private static String text(int from, int to) {
        return "%02d:%02d-%02d:%02d".formatted(from / 60, from % 60, to / 60, to % 60);
    }
}
