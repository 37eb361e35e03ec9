package io.satisflow.sla;

import io.satisflow.calendar.BusinessCalendar;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/** How much time a target allows. */
public sealed interface Allowance extends Serializable {

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
