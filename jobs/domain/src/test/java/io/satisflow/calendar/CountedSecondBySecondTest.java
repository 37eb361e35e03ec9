package io.satisflow.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** {@code due} and {@code elapsed} of random calendars, against looking at each second. */
class CountedSecondBySecondTest {
    static final List<String> ZONES = List.of(
            "Europe/Berlin",
            "Europe/London",
            "Europe/Lisbon",
            "Europe/Athens",
            "America/New_York",
            "America/Chicago",
            "America/Los_Angeles",
            "America/Halifax",
            "America/St_Johns", // half an hour off the rest
            "America/Sao_Paulo", // skips midnight
            "America/Havana", // repeats the hour before midnight
            "America/Santiago",
            "America/Asuncion",
            "Australia/Sydney",
            "Australia/Lord_Howe", // moves by half an hour
            "Pacific/Auckland",
            "Pacific/Chatham", // three quarters of an hour off the rest
            "Asia/Beirut",
            "Asia/Tehran",
            "Africa/Casablanca"); // four changes a year, around Ramadan

    private static final Instant FIRST = Instant.parse("2010-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2020-01-01T00:00:00Z");
    private static final Duration AROUND = Duration.ofDays(2);
    private static final int DAY = 24 * 60 * 60;

    @ParameterizedTest
    @FieldSource("ZONES")
    void around_every_change_of_clocks_the_seconds_between_opening_and_closing_are_counted(String zoneName) {
        ZoneId zone = ZoneId.of(zoneName);
        Random random = new Random(zoneName.hashCode());
        RandomCalendar calendars = new RandomCalendar(random, 0, WorkingPeriod.MINUTES_OF_A_DAY);
        List<ZoneOffsetTransition> changes = changes(zone);
        assertThat(changes).hasSizeGreaterThan(10);
        for (ZoneOffsetTransition change : changes) {
            Instant begin = change.getInstant().minus(AROUND);
            BusinessCalendar calendar = calendars.in(zone, LocalDate.ofInstant(begin, zone), 5);
            CountedSeconds.of(begin, AROUND.multipliedBy(2), openBetweenInstants(calendar, begin, 4))
                    .compareWith(calendar, 100, random);
        }
    }

    /** Nothing but the clock on the wall: at that time of that day, is somebody there? */
    @ParameterizedTest
    @FieldSource("ZONES")
    void around_every_change_of_clocks_hours_in_the_day_are_read_off_the_wall(String zoneName) {
        ZoneId zone = ZoneId.of(zoneName);
        Random random = new Random(zoneName.hashCode());
        RandomCalendar calendars = new RandomCalendar(random, 4 * 60, 22 * 60);
        for (ZoneOffsetTransition change : changes(zone)) {
            Instant begin = change.getInstant().minus(AROUND);
            BusinessCalendar calendar = calendars.in(zone, LocalDate.ofInstant(begin, zone), 5);
            CountedSeconds.of(begin, AROUND.multipliedBy(2), openByTheWall(calendar, change))
                    .compareWith(calendar, 100, random);
        }
    }

    @Test
    void two_thousand_spans_of_up_to_nine_days_are_counted() {
        Random random = new Random(2026);
        RandomCalendar calendars = new RandomCalendar(random, 0, WorkingPeriod.MINUTES_OF_A_DAY);
        for (int span = 0; span < 2000; span++) {
            ZoneId zone = ZoneId.of(ZONES.get(random.nextInt(ZONES.size())));
            Instant begin = FIRST.plusSeconds(random.nextInt(10 * 365 * DAY));
            BusinessCalendar calendar = calendars.in(zone, LocalDate.ofInstant(begin, zone), 11);
            Duration length = Duration.ofSeconds(random.nextInt(9 * DAY));
            CountedSeconds.of(begin, length, openBetweenInstants(calendar, begin, 9))
                    .compareWith(calendar);
        }
    }

    private static List<ZoneOffsetTransition> changes(ZoneId zone) {
        List<ZoneOffsetTransition> changes = new ArrayList<>();
        ZoneOffsetTransition next = zone.getRules().nextTransition(FIRST);
        while (next != null && next.getInstant().isBefore(LAST)) {
            changes.add(next);
            next = zone.getRules().nextTransition(next.getInstant());
        }
        return changes;
    }

    /** A second is worked when it lies between the instants that java.time gives for opening and closing (rule 12). */
    private static LongPredicate openBetweenInstants(BusinessCalendar calendar, Instant begin, int days) {
        BitSet worked = new BitSet((days + 4) * DAY);
        long zero = begin.getEpochSecond() - 2L * DAY;
        LocalDate first = LocalDate.ofInstant(begin, calendar.zone()).minusDays(1);
        for (LocalDate day = first; day.isBefore(first.plusDays(days + 3L)); day = day.plusDays(1)) {
            for (WorkingPeriod period : calendar.hoursOf(day).periods()) {
                int opening = (int) (instant(calendar, day, period.from()) - zero);
                int closing = (int) (instant(calendar, day, period.to()) - zero);
                worked.set(opening, Math.max(opening, closing));
            }
        }
        return second -> worked.get((int) (second - zero));
    }

    private static long instant(BusinessCalendar calendar, LocalDate day, int minute) {
        return day.atStartOfDay().plusMinutes(minute).atZone(calendar.zone()).toEpochSecond();
    }

    private static LongPredicate openByTheWall(BusinessCalendar calendar, ZoneOffsetTransition change) {
        long at = change.getInstant().getEpochSecond();
        LocalDate first = change.getDateTimeBefore().toLocalDate().minusDays(4);
        long firstMinute = first.toEpochDay() * WorkingPeriod.MINUTES_OF_A_DAY;
        BitSet openMinutes = new BitSet();
        for (int day = 0; day < 8; day++) {
            int midnight = day * WorkingPeriod.MINUTES_OF_A_DAY;
            calendar.hoursOf(first.plusDays(day))
                    .periods()
                    .forEach(period -> openMinutes.set(midnight + period.from(), midnight + period.to()));
        }
        return second -> {
            ZoneOffset offset = second < at ? change.getOffsetBefore() : change.getOffsetAfter();
            return openMinutes.get((int) (Math.floorDiv(second + offset.getTotalSeconds(), 60) - firstMinute));
        };
    }
}
