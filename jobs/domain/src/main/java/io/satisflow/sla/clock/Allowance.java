package io.satisflow.sla.clock;

import io.satisflow.calendar.BusinessCalendar;
import io.satisflow.config.DurationText;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How much time a target allows. */
public sealed interface Allowance extends Serializable {

    int LONGEST_IN_YEARS = 10;

    /** Nobody waits for longer; it also keeps every due time well within what calendars can count. */
    Duration LONGEST = Duration.ofDays(LONGEST_IN_YEARS * 366L);

    Pattern WORKDAYS = Pattern.compile("(\\d{1,4})\\s*workdays?");

    /**
     * @param text {@code 4h}, {@code 90m}, {@code PT4H}, or {@code 2 workdays}
     * @throws IllegalArgumentException when it is neither; the message says what is allowed
     */
    static Allowance parse(String text) {
        Matcher workdays = WORKDAYS.matcher(text.trim());
        return workdays.matches()
                ? new Workdays(Integer.parseInt(workdays.group(1)))
                : new Time(DurationText.parse(text));
    }

    /** In the time that the calendar counts. */
    Duration from(Instant start, BusinessCalendar calendar);

    /** So many hours and minutes. */
    record Time(Duration time) implements Allowance {
        @Override
        public Duration from(Instant start, BusinessCalendar calendar) {
            return time;
        }
    }

    /** So many workdays, however long each is; see {@link BusinessCalendar#workdays}. */
    record Workdays(int days) implements Allowance {
        @Override
        public Duration from(Instant start, BusinessCalendar calendar) {
            return calendar.workdays(start, days);
        }
    }
}
