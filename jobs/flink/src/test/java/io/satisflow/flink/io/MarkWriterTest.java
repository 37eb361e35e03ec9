package io.satisflow.flink.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class MarkWriterTest {
    private static final int PARTITIONS = 5;

    @Test
    void each_subtask_marks_its_own_partitions_and_together_all() throws Exception {
        assertThat(partitionsMarkedBy(0, 2)).containsExactly(0, 2, 4);
        assertThat(partitionsMarkedBy(1, 2)).containsExactly(1, 3);
    }

    @Test
    void the_end_carries_the_last_time_before_it() throws Exception {
        try (OneInputStreamOperatorTestHarness<Outgoing, Outgoing> harness = harness(0, 1)) {
            harness.open();
            harness.processWatermark(42);
            harness.processWatermark(Long.MAX_VALUE);

            assertThat(marks(harness)).containsOnly(new Mark("intake", 42, true, PARTITIONS));
        }
    }

    @Test
    void marks_come_at_a_measured_pace_and_the_last_is_repeated() throws Exception {
        try (OneInputStreamOperatorTestHarness<Outgoing, Outgoing> harness = harness(0, 5)) {
            harness.open();
            harness.setProcessingTime(1_000_000);
            for (long time = 1; time <= 100; time++) {
                harness.processWatermark(time);
            }
            harness.setProcessingTime(1_000_000 + MarkWriter.PACE_MILLIS);
            assertThat(marks(harness)).containsExactly(new Mark("intake", 100, false, PARTITIONS));

            harness.setProcessingTime(1_000_000 + MarkWriter.PACE_MILLIS + MarkWriter.REPEAT_MILLIS);
            assertThat(marks(harness)).hasSize(2).containsOnly(new Mark("intake", 100, false, PARTITIONS));
        }
    }

    @Test
    void before_any_watermark_there_is_nothing_to_say() throws Exception {
        try (OneInputStreamOperatorTestHarness<Outgoing, Outgoing> harness = harness(0, 1)) {
            harness.open();
            harness.setProcessingTime(10 * MarkWriter.REPEAT_MILLIS);

            assertThat(harness.extractOutputValues()).isEmpty();
        }
    }

    private static List<Integer> partitionsMarkedBy(int subtask, int subtasks) throws Exception {
        try (OneInputStreamOperatorTestHarness<Outgoing, Outgoing> harness = harness(subtask, subtasks)) {
            harness.open();
            harness.processWatermark(Long.MAX_VALUE);
            return harness.extractOutputValues().stream()
                    .map(Outgoing::partition)
                    .toList();
        }
    }

    private static OneInputStreamOperatorTestHarness<Outgoing, Outgoing> harness(int subtask, int subtasks)
            throws Exception {
        return new OneInputStreamOperatorTestHarness<>(
                new MarkWriter("intake", "feedback", PARTITIONS), subtasks, subtasks, subtask);
    }

    private static List<Mark> marks(OneInputStreamOperatorTestHarness<Outgoing, Outgoing> harness) {
        return harness.extractOutputValues().stream().map(Outgoing::mark).toList();
    }
}
