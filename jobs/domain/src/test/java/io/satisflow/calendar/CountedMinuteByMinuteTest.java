package io.satisflow.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random calendars around changes of daylight saving, against counting minute by minute. */
class CountedMinuteByMinuteTest {
    private static final int DAYS = 12;
    private static final int MINUTES = DAYS * 24 * 60;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Europe/Berlin",
                "America/New_York",
                "America/Sao_Paulo", // skips midnight
                "America/Havana", // repeats the hour before midnight
                "Australia/Lord_Howe", // moves by half an hour
                "Asia/Shanghai",
                "Asia/Kathmandu"
            })
    void due_and_elapsed_agree_with_counting(String zoneName) {
        ZoneId zone = ZoneId.of(zoneName);
        Random random = new Random(zoneName.hashCode());
        for (int round = 0; round < 60; round++) {
            Instant begin = nearTransition(zone, random);
            BusinessCalendar calendar = randomCalendar(zone, begin, random);
            BitSet worked = countedMinutes(calendar, begin);
            for (int question = 0; question < 40; question++) {
                ask(calendar, begin, worked, random);
            }
        }
    }

    private static void ask(BusinessCalendar calendar, Instant begin, BitSet worked, Random random) {
        int one = random.nextInt(MINUTES);
        int other = random.nextInt(MINUTES);
        int from = Math.min(one, other);
        int to = Math.max(one, other);
        int minutes = worked.get(from, to).cardinality();
        Instant start = minute(begin, from);

        assertThat(calendar.elapsed(start, minute(begin, to)))
                .as("%s from %s to %s", calendar, start, minute(begin, to))
                .isEqualTo(Duration.ofMinutes(minutes));
        if (minutes > 0) {
            int last = worked.previousSetBit(to - 1);
            assertThat(calendar.due(start, Duration.ofMinutes(minutes)))
                    .as("%s due %d minutes after %s", calendar, minutes, start)
                    .isEqualTo(minute(begin, last + 1));
            assertThat(calendar.due(start, Duration.ofMinutes(minutes).minusMillis(1)))
                    .isEqualTo(minute(begin, last + 1).minusMillis(1));
        }
    }

    /** A minute is worked when it lies between the instants that the ends of a period stand for on its day. */
    private static BitSet countedMinutes(BusinessCalendar calendar, Instant begin) {
        BitSet worked = new BitSet(MINUTES);
        LocalDate first = LocalDate.ofInstant(begin, calendar.zone()).minusDays(2);
        for (LocalDate day = first; day.isBefore(first.plusDays(DAYS + 4)); day = day.plusDays(1)) {
            for (WorkingPeriod period : calendar.hoursOf(day).periods()) {
                long from = Duration.between(begin, instant(calendar, day, period.from()))
                        .toMinutes();
                long to = Duration.between(begin, instant(calendar, day, period.to()))
                        .toMinutes();
                for (long minute = Math.max(0, from); minute < Math.min(MINUTES, to); minute++) {
                    worked.set((int) minute);
                }
            }
        }
        return worked;
    }

    private static Instant instant(BusinessCalendar calendar, LocalDate day, int minute) {
        return day.atStartOfDay().plusMinutes(minute).atZone(calendar.zone()).toInstant();
    }

    private static Instant nearTransition(ZoneId zone, Random random) {
        Instant some = Instant.parse("2010-01-01T00:00:00Z").plus(Duration.ofDays(random.nextInt(3000)));
        ZoneOffsetTransition next = zone.getRules().nextTransition(some);
        Instant middle = next == null ? some : next.getInstant();
        return middle.minus(Duration.ofDays(1 + random.nextInt(DAYS - 2)));
    }

    private static BusinessCalendar randomCalendar(ZoneId zone, Instant begin, Random random) {
        Map<DayOfWeek, DayHours> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            week.put(day, randomDay(random));
        }
        week.put(DayOfWeek.SUNDAY, DayHours.of("00:30-02:30", "23:00-24:00"));
        Map<LocalDate, DayHours> specialDays = new TreeMap<>();
        LocalDate first = LocalDate.ofInstant(begin, zone);
        for (int day = 0; day < DAYS; day++) {
            if (random.nextInt(5) == 0) {
                specialDays.put(first.plusDays(day), random.nextBoolean() ? DayHours.NONE : randomDay(random));
            }
        }
        return new BusinessCalendar(zone, new WeeklyHours(week), specialDays);
    }

    private static DayHours randomDay(Random random) {
        List<WorkingPeriod> periods = new ArrayList<>();
        int from = random.nextInt(300);
        for (int count = random.nextInt(4); count > 0 && from < 1300; count--) {
            int to = Math.min(WorkingPeriod.MINUTES_OF_A_DAY, from + 1 + random.nextInt(600));
            periods.add(new WorkingPeriod(from, to));
            from = to + random.nextInt(200);
        }
        return new DayHours(periods);
    }

    private static Instant minute(Instant begin, int minute) {
        return begin.plus(Duration.ofMinutes(minute));
    }
}
