package io.satisflow.flink.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
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
    void after_a_pause_the_time_waits_for_what_there_is_to_read_for_this_process() throws Exception {
        Shelf shelf = new Shelf(NOON);
        try (AutoCloseable reading = ReadersAtHand.waitFor(shelf);
                OneInputStreamOperatorTestHarness<Long, Long> clock = clock()) {
            clock.open();
            clock.processElement(NOON, 0);
            clock.processElement(NOON + 1_000, 0);
            clock.processElement(NOON + 90_000, 0);
            clock.processElement(NOON + 92_000, 0);
            clock.processElement(NOON + 94_000, 0);
            shelf.delivered.set(1);
            clock.processElement(NOON + 95_000, 0);
            clock.processElement(NOON + 96_000, 0);

            assertThat(clock.extractOutputValues())
                    .containsExactly(
                            NOON - 10_000,
                            NOON - 9_000,
                            NOON - 9_000,
                            NOON - 9_000,
                            NOON - 9_000,
                            NOON + 85_000,
                            NOON + 86_000);
            assertThat(shelf.asked)
                    .as("only after a pause are readers waited for")
                    .hasValue(1);
        }
    }

    @Test
    void time_does_not_pass_a_reader_that_gets_no_turn_though_the_clock_ticks_on() throws Exception {
        Shelf shelf = new Shelf(NOON);
        try (AutoCloseable reading = ReadersAtHand.waitFor(shelf);
                OneInputStreamOperatorTestHarness<Long, Long> clock = clock()) {
            clock.open();
            shelf.deliveredUntil = NOON;
            for (int second = 0; second <= 20; second++) {
                clock.processElement(NOON + second * 1_000L, 0);
            }
            assertThat(clock.extractOutputValues())
                    .as("half of what may be under way is left to the reader")
                    .startsWith(NOON - 10_000)
                    .endsWith(NOON - 5_000)
                    .allMatch(passed -> passed <= NOON - 5_000);

            shelf.deliveredUntil = NOON + 20_000;
            clock.processElement(NOON + 21_000, 0);
            assertThat(clock.extractOutputValues()).endsWith(NOON + 11_000);
        }
    }

    @Test
    void who_reads_again_after_a_restart_holds_the_time_back_as_before() throws Exception {
        Shelf shelf = new Shelf(NOON);
        shelf.delivered.set(1);
        try (AutoCloseable reading = ReadersAtHand.waitFor(shelf)) {
            OperatorSubtaskState standing;
            try (OneInputStreamOperatorTestHarness<Long, Long> clock = clock()) {
                clock.open();
                shelf.deliveredUntil = NOON;
                clock.processElement(NOON, 0);
                clock.processElement(NOON + 4_000, 0);
                standing = clock.snapshot(1, 1);
            }
            try (OneInputStreamOperatorTestHarness<Long, Long> clock = clock()) {
                clock.initializeState(standing);
                clock.open();
                clock.processElement(NOON + 4_200, 0);
                clock.processElement(NOON + 8_400, 0);
                clock.processElement(NOON + 12_600, 0);

                assertThat(clock.extractOutputValues()).allMatch(passed -> passed <= NOON - 5_000);
            }
        }
    }

    @Test
    void after_a_short_pause_others_are_given_as_long_once_more() throws Exception {
        try (OneInputStreamOperatorTestHarness<Long, Long> clock = clock()) {
            clock.open();
            clock.processElement(NOON, 0);
            clock.processElement(NOON + 4_000, 0);
            clock.processElement(NOON + 6_000, 0);
            clock.processElement(NOON + 8_000, 0);

            assertThat(clock.extractOutputValues())
                    .containsExactly(NOON - 10_000, NOON - 10_000, NOON - 10_000, NOON - 2_000);
        }
    }

    @Test
    void where_each_breath_is_long_time_goes_on_all_the_same() throws Exception {
        try (OneInputStreamOperatorTestHarness<Long, Long> clock = clock()) {
            clock.open();
            for (int breath = 0; breath <= 8; breath++) {
                clock.processElement(NOON + breath * 3_000L, 0);
            }

            assertThat(clock.extractOutputValues()).endsWith(NOON + 14_000);
        }
    }

    @Test
    void a_process_that_has_listened_for_a_while_when_its_clock_starts_need_not_wait_any_more() throws Exception {
        OperatorSubtaskState checkpoint;
        try (OneInputStreamOperatorTestHarness<Long, Long> clock = clock()) {
            clock.open();
            clock.processElement(NOON, 0);
            checkpoint = clock.snapshot(1, 1);
        }
        Shelf shelf = new Shelf(NOON + 55_000);
        shelf.delivered.set(2);
        try (AutoCloseable reading = ReadersAtHand.waitFor(shelf);
                OneInputStreamOperatorTestHarness<Long, Long> clock = clock()) {
            clock.initializeState(checkpoint);
            clock.open();
            clock.processElement(NOON + 57_000, 0);
            clock.processElement(NOON + 58_000, 0);
            clock.processElement(NOON + 90_000, 0);

            assertThat(clock.extractOutputValues())
                    .as("from 55 s on they could come back; who sleeps later wakes up later")
                    .containsExactly(NOON - 10_000, NOON + 48_000, NOON + 48_000);
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
            clock.processElement(NOON + 61_500, 0);
            clock.processElement(NOON + 63_000, 0);

            assertThat(clock.extractOutputValues()).containsExactly(NOON - 10_000, NOON - 10_000, NOON + 53_000);
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

    /** A reader, and how many of the times at which it was asked are delivered. */
    private static final class Shelf implements ReadersAtHand.Reader {
        private final long since;
        private final AtomicInteger asked = new AtomicInteger();
        private final AtomicInteger delivered = new AtomicInteger();
        private long deliveredUntil = Long.MAX_VALUE;

        Shelf(long since) {
            this.since = since;
        }

        @Override
        public BooleanSupplier delivery() {
            int time = asked.incrementAndGet();
            return () -> delivered.get() >= time;
        }

        @Override
        public long deliveredUntil() {
            return deliveredUntil;
        }

        @Override
        public Instant listeningSince() {
            return Instant.ofEpochMilli(since);
        }
    }

    private static OneInputStreamOperatorTestHarness<Long, Long> clock() throws Exception {
        return new OneInputStreamOperatorTestHarness<>(new StreamMap<>(new PassedTime(TEN_SECONDS)));
    }
}
