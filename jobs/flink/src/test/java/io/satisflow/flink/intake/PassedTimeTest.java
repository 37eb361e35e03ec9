package io.satisflow.flink.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.StreamMap;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class PassedTimeTest {
    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
    private static final long NOON = 1_767_614_400_000L;

    @Test
    void what_is_not_late_may_still_come_for_as_long_as_disorder_is_allowed() throws Exception {
        try (OneInputStreamOperatorTestHarness<Long, Long> clock = clock()) {
            clock.open();
            clock.processElement(NOON, 0);
            clock.processElement(NOON + 1_000, 0);

            assertThat(clock.extractOutputValues()).containsExactly(NOON - 10_000, NOON - 9_000);
        }
    }

    @Test
    void when_the_wall_clock_is_put_back_the_time_stands_still_until_it_is_reached_again() throws Exception {
        try (OneInputStreamOperatorTestHarness<Long, Long> clock = clock()) {
            clock.open();
            clock.processElement(NOON, 0);
            clock.processElement(NOON - 3_600_000, 0);
            clock.processElement(NOON + 1_000, 0);

            assertThat(clock.extractOutputValues()).containsExactly(NOON - 10_000, NOON - 10_000, NOON - 9_000);
        }
    }

    @Test
    void a_restart_does_not_take_the_time_back_either() throws Exception {
        OperatorSubtaskState checkpoint;
        try (OneInputStreamOperatorTestHarness<Long, Long> clock = clock()) {
            clock.open();
            clock.processElement(NOON, 0);
            checkpoint = clock.snapshot(1, 1);
        }
        try (OneInputStreamOperatorTestHarness<Long, Long> clock = clock()) {
            clock.initializeState(checkpoint);
            clock.open();
            clock.processElement(NOON - 3_600_000, 0);

            assertThat(clock.extractOutputValues()).containsExactly(NOON - 10_000);
        }
    }

    private static OneInputStreamOperatorTestHarness<Long, Long> clock() throws Exception {
        return new OneInputStreamOperatorTestHarness<>(new StreamMap<>(new PassedTime(TEN_SECONDS)));
    }
}
