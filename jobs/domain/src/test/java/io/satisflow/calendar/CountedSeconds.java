package io.satisflow.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import java.util.function.LongPredicate;

/** A stretch of time in which each second has been looked at: was it worked? */
final class CountedSeconds {
    private final long begin;
    /** Of each second, how many were worked before it. */
    private final int[] workedBefore;

    private CountedSeconds(long begin, int[] workedBefore) {
        this.begin = begin;
        this.workedBefore = workedBefore;
    }

    /** @param worked asked of each second since 1970, once, in order */
    static CountedSeconds of(Instant begin, Duration length, LongPredicate worked) {
        int[] workedBefore = new int[(int) length.toSeconds() + 1];
        for (int second = 0; second < workedBefore.length - 1; second++) {
            workedBefore[second + 1] = workedBefore[second] + (worked.test(begin.getEpochSecond() + second) ? 1 : 0);
        }
        return new CountedSeconds(begin.getEpochSecond(), workedBefore);
    }

    /** Asks a calendar for the time elapsed between random seconds, and when it is used up. */
    void compareWith(BusinessCalendar calendar, int questions, Random random) {
        for (int question = 0; question < questions; question++) {
            int one = random.nextInt(workedBefore.length);
            int other = random.nextInt(workedBefore.length);
            compare(calendar, Math.min(one, other), Math.max(one, other));
        }
    }

    /** Asks about all of it. */
    void compareWith(BusinessCalendar calendar) {
        compare(calendar, 0, workedBefore.length - 1);
    }

    private void compare(BusinessCalendar calendar, int from, int to) {
        int worked = workedBefore[to] - workedBefore[from];
        Instant start = instant(from);
        // Descriptions of so many comparisons would take longer than the comparisons.
        if (!calendar.elapsed(start, instant(to)).equals(Duration.ofSeconds(worked))) {
            assertThat(calendar.elapsed(start, instant(to)))
                    .as("%s from %s to %s", calendar, start, instant(to))
                    .isEqualTo(Duration.ofSeconds(worked));
        }
        if (worked > 0) {
            Instant usedUp = instant(firstWith(workedBefore[from] + worked));
            compareDue(calendar, start, Duration.ofSeconds(worked), usedUp);
            compareDue(calendar, start, Duration.ofSeconds(worked).minusMillis(1), usedUp.minusMillis(1));
        }
    }

    private static void compareDue(BusinessCalendar calendar, Instant start, Duration target, Instant usedUp) {
        if (!calendar.due(start, target).equals(usedUp)) {
            assertThat(calendar.due(start, target))
                    .as("%s due %s after %s", calendar, target, start)
                    .isEqualTo(usedUp);
        }
    }

    /** The first second before which so many were worked. */
    private int firstWith(int worked) {
        int found = Arrays.binarySearch(workedBefore, worked);
        while (found > 0 && workedBefore[found - 1] == worked) {
            found--;
        }
        return found;
    }

    private Instant instant(int second) {
        return Instant.ofEpochSecond(begin + second);
    }
}
