package io.satisflow.calendar;

import java.time.LocalDate;
import java.util.Set;

/**
 * The public holidays that calendars share by name, such as {@code cn}.
 *
 * @param holidays days off
 * @param makeUpDays days that are worked to make up for holidays, although the week says otherwise
 */
public record HolidaySet(Set<LocalDate> holidays, Set<LocalDate> makeUpDays) {
    public HolidaySet {
        holidays = Set.copyOf(holidays);
        makeUpDays = Set.copyOf(makeUpDays);
    }
}
