package io.satisflow.flink.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
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
    void after_a_pause_the_time_waits_for_those_who_write_to_come_back() throws Exception {
        try (OneInputStreamOperatorTestHarness<Long, Long> clock = clock()) {
            clock.open();
            clock.processElement(NOON, 0);
            clock.processElement(NOON + 90_000, 0);
            clock.processElement(NOON + 91_000, 0);
            clock.processElement(NOON + 93_000, 0);

            assertThat(clock.extractOutputValues())
                    .containsExactly(NOON - 10_000, NOON - 10_000, NOON - 10_000, NOON + 83_000);
        }
    }

    @Test
    void after_a_pause_the_time_waits_for_what_this_process_has_to_read() throws Exception {
        AtomicBoolean haveCaughtUp = new AtomicBoolean();
        try (AutoCloseable reading = ReadersAtHand.waitFor(haveCaughtUp::get);
                OneInputStreamOperatorTestHarness<Long, Long> clock = clock()) {
            clock.open();
            clock.processElement(NOON, 0);
            clock.processElement(NOON + 1_000, 0);
            clock.processElement(NOON + 90_000, 0);
            clock.processElement(NOON + 93_000, 0);
            haveCaughtUp.set(true);
            clock.processElement(NOON + 94_000, 0);
            clock.processElement(NOON + 96_000, 0);
            haveCaughtUp.set(false);
            clock.processElement(NOON + 97_000, 0);

            assertThat(clock.extractOutputValues())
                    .as("only after a pause are readers waited for")
                    .containsExactly(
                            NOON - 10_000,
                            NOON - 9_000,
                            NOON - 9_000,
                            NOON - 9_000,
                            NOON - 9_000,
                            NOON + 86_000,
                            NOON + 87_000);
        }
    }

    @Test
    void a_restart_is_a_pause_too() throws Exception {
        OperatorSubtaskState checkpoint;
        try (OneInputStreamOperatorTestHarness<Long, Long> clock = clock()) {
            clock.open();
            clock.processElement(NOON, 0);
            checkpoint = clock.snapshot(1, 1);
        }
        try (OneInputStreamOperatorTestHarness<Long, Long> clock = clock()) {
            clock.initializeState(checkpoint);
            clock.open();
            clock.processElement(NOON + 60_000, 0);
            clock.processElement(NOON + 63_000, 0);

            assertThat(clock.extractOutputValues()).containsExactly(NOON - 10_000, NOON + 53_000);
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
