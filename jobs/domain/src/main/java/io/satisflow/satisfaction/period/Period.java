package io.satisflow.satisfaction.period;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A stretch of days that people report by. */
public enum Period {
    TODAY,
    WEEK,
    MONTH,
    QUARTER,
    HALF_YEAR,
    YEAR;

    private static final int WEEKS_OF_A_YEAR = 52;

    /** The first day of the one that a day is in. */
    public LocalDate startOf(LocalDate day, DayOfWeek firstOfWeek) {
        return switch (this) {
            case TODAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(firstOfWeek));
            case MONTH -> startOfMonths(day, 1);
            case QUARTER -> startOfMonths(day, 3);
            case HALF_YEAR -> startOfMonths(day, 6);
            case YEAR -> startOfMonths(day, 12);
        };
    }

    private static LocalDate startOfMonths(LocalDate day, int months) {
        return day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / months * months + 1);
    }

    /** @param start of one */
    public LocalDate next(LocalDate start) {
        return plus(start, 1);
    }

    /** The start of the one before. */
    public LocalDate before(LocalDate start) {
        return plus(start, -1);
    }

    private LocalDate plus(LocalDate start, int periods) {
        return switch (this) {
            case TODAY -> start.plusDays(periods);
            case WEEK -> start.plusWeeks(periods);
            case MONTH -> start.plusMonths(periods);
            case QUARTER -> start.plusMonths(3L * periods);
            case HALF_YEAR -> start.plusMonths(6L * periods);
            case YEAR -> start.plusYears(periods);
        };
    }

    /** The start of the same one of the year before: a week begins on the same day of the week, 52 weeks before. */
    public LocalDate yearBefore(LocalDate start) {
        return this == WEEK ? start.minusWeeks(WEEKS_OF_A_YEAR) : start.minusYears(1);
    }

    /** The name of its rows and in settings, such as {@code half_year}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Period> named(String name) {
        return Arrays.stream(values())
                .filter(period -> period.wireName().equals(name))
                .findFirst();
    }
}
