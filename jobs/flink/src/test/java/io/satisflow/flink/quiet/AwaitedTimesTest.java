package io.satisflow.flink.quiet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** In a year of its own, since other tests of this process may wait for times too. */
class AwaitedTimesTest {
    private static final long YEAR_9000 = 221_845_392_000_000L;

    @Test
    void a_time_is_awaited_from_the_one_before_it_on_and_not_once_it_was_told() {
        AwaitedTimes.anyBetween(0, 0);
        AwaitedTimes.add(YEAR_9000 + 500);

        assertThat(AwaitedTimes.anyBetween(YEAR_9000, YEAR_9000 + 499)).isFalse();
        assertThat(AwaitedTimes.anyBetween(YEAR_9000 + 499, YEAR_9000 + 700)).isTrue();
        assertThat(AwaitedTimes.anyBetween(YEAR_9000 + 700, YEAR_9000 + 900)).isFalse();
    }

    @Test
    void whoever_knows_its_next_time_is_waited_for_until_it_is_closed() {
        try (AwaitedTimes.Timetable timetable = AwaitedTimes.timetable()) {
            timetable.next(YEAR_9000 + 5_000);
            timetable.notAfter(YEAR_9000 + 9_000);
            assertThat(AwaitedTimes.anyBetween(YEAR_9000 + 4_000, YEAR_9000 + 5_000))
                    .isTrue();

            timetable.notAfter(YEAR_9000 + 4_500);
            assertThat(AwaitedTimes.anyBetween(YEAR_9000 + 4_000, YEAR_9000 + 4_500))
                    .isTrue();
        }
        assertThat(AwaitedTimes.anyBetween(YEAR_9000 + 4_000, YEAR_9000 + 5_000))
                .isFalse();
    }
}
