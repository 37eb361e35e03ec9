package io.satisflow.flink.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Queue;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class MarkWriterTest {
    private static final int PARTITIONS = 5;
    private static final MarkWriter.Pace PACE = MarkWriter.Pace.of(Topic.FEEDBACK);
    private static final Outgoing RECORD = new Outgoing("feedback", 0, new byte[0], new byte[0], null);

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
    void while_records_come_marks_share_their_transaction_at_a_measured_pace() throws Exception {
        try (OneInputStreamOperatorTestHarness<Outgoing, Outgoing> harness = harness(0, 5)) {
            harness.open();
            harness.setProcessingTime(1_000_000);
            harness.processElement(new StreamRecord<>(RECORD));
            for (long time = 1; time <= 100; time++) {
                harness.processWatermark(time);
            }
            harness.setProcessingTime(1_000_000 + PACE.withRecords());

            assertThat(marks(harness)).containsExactly(mark(1), mark(100));
            assertThat(beside(harness)).isEmpty();
        }
    }

    @Test
    void a_commit_takes_with_it_the_time_up_to_which_its_records_are_all() throws Exception {
        try (OneInputStreamOperatorTestHarness<Outgoing, Outgoing> harness = harness(0, 5)) {
            harness.open();
            harness.setProcessingTime(1_000_000);
            harness.processElement(new StreamRecord<>(RECORD));
            harness.processWatermark(1);
            harness.processWatermark(2);
            harness.prepareSnapshotPreBarrier(7);

            assertThat(marks(harness)).containsExactly(mark(1), mark(2));
        }
    }

    @Test
    void time_passes_records_that_wait_for_their_commit_only_with_it() throws Exception {
        try (OneInputStreamOperatorTestHarness<Outgoing, Outgoing> harness = harness(0, 5)) {
            harness.open();
            harness.setProcessingTime(1_000_000);
            harness.processElement(new StreamRecord<>(RECORD));
            harness.prepareSnapshotPreBarrier(7);
            harness.setProcessingTime(1_000_900);
            harness.processWatermark(10);
            assertThat(marks(harness)).isEmpty();
            assertThat(beside(harness)).as("the records may still be lost").isEmpty();

            harness.notifyOfCompletedCheckpoint(6);
            assertThat(beside(harness)).as("an earlier commit is not theirs").isEmpty();
            harness.notifyOfCompletedCheckpoint(7);
            assertThat(beside(harness)).containsExactly(mark(10));
            assertThat(marks(harness)).isEmpty();
        }
    }

    @Test
    void where_nothing_waits_time_passes_without_a_commit_and_is_told_again() throws Exception {
        try (OneInputStreamOperatorTestHarness<Outgoing, Outgoing> harness = harness(0, 5)) {
            harness.open();
            harness.setProcessingTime(1_000_000);
            harness.processWatermark(10);
            harness.processWatermark(11);
            harness.processWatermark(12);
            harness.setProcessingTime(1_000_000 + PACE.alone());
            assertThat(beside(harness)).containsExactly(mark(10), mark(12));

            harness.setProcessingTime(1_000_000 + PACE.alone() + 2 * PACE.again());
            assertThat(beside(harness)).hasSizeGreaterThan(2).endsWith(mark(12));
            assertThat(marks(harness)).isEmpty();
        }
    }

    @Test
    void before_any_watermark_there_is_nothing_to_say() throws Exception {
        try (OneInputStreamOperatorTestHarness<Outgoing, Outgoing> harness = harness(0, 1)) {
            harness.open();
            harness.setProcessingTime(10 * PACE.again());

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
                new MarkWriter("intake", "feedback", PARTITIONS, PACE), subtasks, subtasks, subtask);
    }

    private static List<Mark> marks(OneInputStreamOperatorTestHarness<Outgoing, Outgoing> harness) {
        return harness.extractOutputValues().stream()
                .filter(outgoing -> outgoing.mark() != null)
                .map(Outgoing::mark)
                .toList();
    }

    private static List<Mark> beside(OneInputStreamOperatorTestHarness<Outgoing, Outgoing> harness) {
        Queue<StreamRecord<Outgoing>> beside = harness.getSideOutput(MarkWriter.BESIDE);
        return beside == null
                ? List.of()
                : beside.stream().map(record -> record.getValue().mark()).toList();
    }

    private static Mark mark(long time) {
        return new Mark("intake", time, false, PARTITIONS);
    }
}
