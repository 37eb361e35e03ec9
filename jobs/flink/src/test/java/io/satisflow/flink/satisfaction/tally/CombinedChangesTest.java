package io.satisflow.flink.satisfaction.tally;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.satisfaction.tally.Tallies;
import io.satisflow.satisfaction.tally.Tally;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class CombinedChangesTest {
    private static final long CELL = 5_000;

    @Test
    void what_becomes_known_and_occurred_in_the_same_stretches_is_one_change() throws Exception {
        try (var combined = harness()) {
            combined.processElement(change("a", 5_001, 2, 1), 5_001);
            combined.processElement(change("a", 10_000, 4_999, 2), 10_000);
            combined.processElement(change("a", 10_001, 1, 4), 10_001);
            combined.processElement(change("b", 10_000, 1, 8), 10_000);
            assertThat(combined.extractOutputValues()).isEmpty();
            combined.processWatermark(20_000);

            assertThat(combined.extractOutputValues())
                    .extracting(each ->
                            "%s %d %d: %d".formatted(each.segment(), each.knownAt(), each.occurredAt(), n(each)))
                    .containsExactly("a 10000 0: 3", "a 15000 0: 4", "b 10000 0: 8");
        }
    }

    @Test
    void nothing_waits_over_a_checkpoint_and_what_was_taken_back_is_told_all_the_same() throws Exception {
        try (var combined = harness()) {
            combined.processElement(change("a", 5_001, 2, 1), 5_001);
            combined.processElement(change("a", 5_002, 2, -1), 5_002);
            combined.prepareSnapshotPreBarrier(1);

            assertThat(combined.extractOutputValues()).hasSize(1);
            assertThat(n(combined.extractOutputValues().get(0))).isZero();
            combined.processWatermark(20_000);
            assertThat(combined.extractOutputValues()).hasSize(1);
        }
    }

    @Test
    void in_all_nothing_is_lost_or_added_whenever_it_is_told() throws Exception {
        Map<String, Long> expected = new TreeMap<>();
        Map<String, Long> told = new TreeMap<>();
        Random random = new Random(3);
        try (var combined = harness()) {
            for (int i = 0; i < 20_000; i++) {
                SegmentChange change =
                        change("s" + random.nextInt(300), i, random.nextInt(100_000), random.nextInt(5) - 1);
                expected.merge(place(change), n(change), Long::sum);
                combined.processElement(change, i);
                if (random.nextInt(2_000) == 0) {
                    combined.processWatermark(i - 1);
                }
            }
            combined.processWatermark(Long.MAX_VALUE);
            List<SegmentChange> changes = combined.extractOutputValues();
            changes.forEach(change -> told.merge(place(change), n(change), Long::sum));
        }

        assertThat(told).isEqualTo(expected);
    }

    private static String place(SegmentChange change) {
        return "%s %d %d"
                .formatted(
                        change.segment(),
                        -Math.floorDiv(-change.knownAt(), CELL),
                        Math.floorDiv(change.occurredAt(), CELL));
    }

    private static SegmentChange change(String segment, long knownAt, long occurredAt, int count) {
        byte[] tallies = TalliesFormat.write(Tallies.of("volume", new Tally(count, 0, 0, 0, 0)));
        return new SegmentChange(segment, knownAt, occurredAt, tallies);
    }

    private static long n(SegmentChange change) {
        return TalliesFormat.read(change.tallies()).of("volume").n();
    }

    private static OneInputStreamOperatorTestHarness<SegmentChange, SegmentChange> harness() throws Exception {
        var harness = new OneInputStreamOperatorTestHarness<SegmentChange, SegmentChange>(new CombinedChanges(CELL));
        harness.open();
        return harness;
    }
}
