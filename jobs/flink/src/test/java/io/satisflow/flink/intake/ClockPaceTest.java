package io.satisflow.flink.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ClockPaceTest {
    private static final long TICK = 1000 / WallClock.TICKS_A_SECOND;

    @Test
    void while_records_come_every_tick_is_told() {
        assertThat(told(LongStream.range(0, 10).map(tick -> tick * TICK), false))
                .hasSize(10);
    }

    @Test
    void in_silence_a_tick_is_told_every_ten_seconds() {
        assertThat(told(LongStream.rangeClosed(1, 150).map(tick -> tick * TICK), true))
                .containsExactly(10_000L, 20_000L, 30_000L);
    }

    @Test
    void in_silence_the_tick_at_which_something_is_due_is_told_at_once() {
        assertThat(told(LongStream.rangeClosed(1, 60).map(tick -> tick * TICK), true, 3_333, 7_000))
                .containsExactly(3_400L, 7_000L);
    }

    @Test
    void a_time_that_stands_still_is_told_again_now_and_then_for_those_who_have_forgotten_it() {
        assertThat(told(LongStream.range(0, 31).map(tick -> 7_000), false)).containsExactly(7_000L, 7_000L, 7_000L);
    }

    private static List<Long> told(LongStream times, boolean isQuiet, long... due) {
        ClockPace pace = new ClockPace(
                () -> isQuiet, (told, passed) -> LongStream.of(due).anyMatch(time -> time > told && time <= passed));
        return times.boxed().filter(pace::filter).toList();
    }
}
