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
    void in_silence_a_tick_is_told_every_three_seconds() {
        assertThat(told(LongStream.rangeClosed(1, 60).map(tick -> tick * TICK), true))
                .containsExactly(3_000L, 6_000L, 9_000L, 12_000L);
    }

    @Test
    void a_time_that_stands_still_is_told_again_now_and_then_for_those_who_have_forgotten_it() {
        assertThat(told(LongStream.range(0, 31).map(tick -> 7_000), false)).containsExactly(7_000L, 7_000L, 7_000L);
    }

    private static List<Long> told(LongStream times, boolean isQuiet) {
        ClockPace pace = new ClockPace(() -> isQuiet);
        return times.boxed().filter(pace::filter).toList();
    }
}
