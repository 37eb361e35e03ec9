package io.satisflow.flink.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.config.ConfigFile;
import io.satisflow.flink.satisfaction.tally.SegmentChange;
import io.satisflow.flink.satisfaction.tally.TalliesFormat;
import io.satisflow.satisfaction.SatisfactionFile;
import io.satisflow.satisfaction.SatisfactionSettings;
import io.satisflow.satisfaction.score.ReportedScore;
import io.satisflow.satisfaction.score.ScoreRow;
import io.satisflow.satisfaction.tally.Tallies;
import io.satisflow.satisfaction.tally.Tally;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The operator that keeps windows: what it holds, what it forgets, and that a restore changes nothing. */
class WindowsOfSegmentTest {
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final SatisfactionSettings SETTINGS =
            settings("{length: 1m, step: 5s}, {length: 3m, step: 30s}, {length: 10m, step: 30s}");
    /** Of the first not every step is told. */
    private static final SatisfactionSettings PACED = settings("5m, 10m, {length: 1m, step: 5s}");

    private static SatisfactionSettings settings(String windows) {
        return SatisfactionFile.read(ConfigFile.parse("s.yaml", """
            segments: [[]]
            windows: {rolling: [%s], lateness: 5m}
            metrics: {volume: {}, sentiment: {}}
            """.formatted(windows)));
    }

    @Test
    void one_answer_comes_and_goes() throws Exception {
        try (WindowsHarness harness = new WindowsHarness(SETTINGS)) {
            add(harness, NINE.plusSeconds(2), NINE.plusSeconds(3), 1);
            harness.processWatermark(NINE.plusSeconds(3600).toEpochMilli());

            assertThat(told(harness, "1m")).containsExactly("09:00:05 as of 09:00:05: 1", "09:01:05 as of 09:01:05: 0");
            assertThat(told(harness, "3m")).containsExactly("09:00:30 as of 09:00:30: 1", "09:03:30 as of 09:03:30: 0");
            assertNothingIsLeft(harness);
        }
    }

    @Test
    void what_comes_late_is_told_again_as_of_the_step_at_which_it_is_known() throws Exception {
        try (WindowsHarness harness = new WindowsHarness(SETTINGS)) {
            add(harness, NINE.plusSeconds(1), NINE.plusSeconds(1), 1);
            add(harness, NINE.plusSeconds(1), NINE.plusSeconds(71), 1);
            harness.processWatermark(NINE.plusSeconds(80).toEpochMilli());

            assertThat(told(harness, "1m"))
                    .startsWith(
                            "09:00:05 as of 09:00:05: 1", "09:01:05 as of 09:01:05: 0", "09:00:05 as of 09:01:15: 2")
                    .contains("09:01:00 as of 09:01:15: 2")
                    .doesNotContain("09:01:05 as of 09:01:15: 0");
        }
    }

    @Test
    void what_comes_too_late_to_be_told_again_still_counts_at_present() throws Exception {
        try (WindowsHarness harness = new WindowsHarness(SETTINGS)) {
            add(harness, NINE, NINE.plusSeconds(480), 1);
            harness.processWatermark(NINE.plusSeconds(480).toEpochMilli());

            assertThat(told(harness, "10m")).containsExactly("09:08:00 as of 09:08:00: 1");
            assertThat(told(harness, "3m")).isEmpty();
        }
    }

    @Test
    void what_is_taken_back_leaves_no_trace() throws Exception {
        try (WindowsHarness harness = new WindowsHarness(SETTINGS)) {
            add(harness, NINE, NINE, 1);
            harness.processWatermark(NINE.plusSeconds(35).toEpochMilli());
            add(harness, NINE, NINE.plusSeconds(36), -1);
            harness.processWatermark(NINE.plusSeconds(60).toEpochMilli());

            assertThat(told(harness, "10m"))
                    .containsExactly(
                            "09:00:30 as of 09:00:30: 1", "09:00:30 as of 09:01:00: 0", "09:01:00 as of 09:01:00: 0");
            assertNothingIsLeft(harness);
        }
    }

    @Test
    void an_idle_segment_has_one_timer_for_each_step_length() throws Exception {
        try (WindowsHarness harness = new WindowsHarness(SETTINGS)) {
            add(harness, NINE, NINE, 1);
            harness.processWatermark(NINE.plusSeconds(40).toEpochMilli());
            harness.prepareSnapshotPreBarrier(1);
            assertThat(harness.numEventTimeTimers()).isEqualTo(SETTINGS.grids().size());

            add(harness, NINE.plusSeconds(40), NINE.plusSeconds(41), 1);
            harness.prepareSnapshotPreBarrier(2);
            assertThat(harness.numEventTimeTimers())
                    .as("those that are too late by now are gone")
                    .isEqualTo(SETTINGS.grids().size());
        }
    }

    @Test
    void a_window_that_is_new_in_the_settings_begins_with_what_others_of_its_step_hold() throws Exception {
        SatisfactionSettings more =
                settings("{length: 5m, step: 30s}, {length: 10m, step: 30s}, {length: 12m, step: 30s}");
        try (WindowsHarness harness = new WindowsHarness(SETTINGS)) {
            add(harness, NINE, NINE, 1);
            harness.processWatermark(NINE.plusSeconds(40).toEpochMilli());
            try (WindowsHarness later = harness.restored(more)) {
                add(later, NINE.plusSeconds(41), NINE.plusSeconds(41), 1);
                later.processWatermark(NINE.plusSeconds(7200).toEpochMilli());

                assertThat(told(later, "5m"))
                        .containsExactly(
                                "09:01:00 as of 09:01:00: 2",
                                "09:05:30 as of 09:05:30: 1",
                                "09:06:00 as of 09:06:00: 0");
                assertThat(told(later, "12m"))
                        .startsWith("09:01:00 as of 09:01:00: 2")
                        .endsWith("09:13:00 as of 09:13:00: 0");
                assertNothingIsLeft(later);
            }
        }
    }

    @Test
    void windows_that_are_no_longer_in_the_settings_leave_nothing_behind() throws Exception {
        try (WindowsHarness harness = new WindowsHarness(SETTINGS)) {
            add(harness, NINE, NINE, 1);
            add(harness, NINE.plusSeconds(100), NINE.plusSeconds(100), 1);
            harness.processWatermark(NINE.plusSeconds(40).toEpochMilli());
            try (WindowsHarness later = harness.restored(settings("{length: 7m, step: 7s}"))) {
                later.processWatermark(NINE.plusSeconds(7200).toEpochMilli());

                assertThat(later.extractOutputValues()).isEmpty();
                assertNothingIsLeft(later);
            }
        }
    }

    @Test
    void after_the_end_of_a_replay_time_stands_still() throws Exception {
        try (WindowsHarness harness = new WindowsHarness(SETTINGS)) {
            add(harness, NINE, NINE, 1);
            add(harness, NINE.plusSeconds(20), NINE.plusSeconds(20), 1);
            harness.processWatermark(NINE.plusSeconds(5).toEpochMilli());
            int told = harness.extractOutputValues().size();
            harness.processWatermark(Long.MAX_VALUE);

            assertThat(harness.extractOutputValues()).hasSize(told);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void neither_a_small_heap_nor_checkpoints_nor_other_segments_change_what_a_segment_says(int seed) throws Exception {
        List<SegmentChange> changes = new ArrayList<>();
        for (String segment : List.of("(all)", "channel=app", "channel=web", "channel=mail")) {
            randomChanges(seed + segment.length())
                    .forEach(change -> changes.add(
                            new SegmentChange(segment, change.knownAt(), change.occurredAt(), change.tallies())));
        }
        changes.sort(Comparator.comparingLong(SegmentChange::knownAt));
        Map<String, List<String>> expected = null;
        for (int mostAtHand : List.of(1_000_000, 200, 20, 1)) {
            Map<String, List<String>> told = new TreeMap<>();
            Random random = new Random(seed);
            try (WindowsHarness harness = new WindowsHarness(PACED, null, mostAtHand)) {
                for (SegmentChange change : changes) {
                    harness.processElement(change, change.knownAt());
                    if (random.nextInt(10) == 0) {
                        harness.processWatermark(change.knownAt() - 1);
                    }
                    if (random.nextInt(20) == 0) {
                        harness.prepareSnapshotPreBarrier(1);
                    }
                }
                harness.processWatermark(NINE.plusSeconds(7200).toEpochMilli());
                harness.extractOutputValues()
                        .forEach(row -> told.computeIfAbsent(row.segment() + row.window(), none -> new ArrayList<>())
                                .add(row.toString()));
                assertNothingIsLeft(harness);
            }
            expected = expected == null ? told : expected;
            assertThat(told).as("%d numbers at hand", mostAtHand).isEqualTo(expected);
        }
        assertThat(expected).hasSize(4 * 3);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6})
    void a_restore_in_between_changes_nothing(int seed) throws Exception {
        List<SegmentChange> changes = randomChanges(seed);

        for (SatisfactionSettings settings : List.of(SETTINGS, PACED)) {
            List<String> uninterrupted = play(settings, changes, seed, false);
            List<String> restored = play(settings, changes, seed, true);

            assertThat(restored).isEqualTo(uninterrupted);
        }
    }

    private static List<String> play(
            SatisfactionSettings settings, List<SegmentChange> changes, int seed, boolean restores) throws Exception {
        Random random = new Random(seed);
        List<String> told = new ArrayList<>();
        WindowsHarness harness = new WindowsHarness(settings);
        long watermark = NINE.toEpochMilli() - 1;
        List<SegmentChange> open = new ArrayList<>(changes);
        while (watermark < NINE.plusSeconds(7200).toEpochMilli()) {
            long next = watermark + 1 + random.nextInt(600_000);
            for (SegmentChange change : List.copyOf(open)) {
                // Some come long before the watermark lets them be used.
                if (change.knownAt() <= next || random.nextInt(3) == 0) {
                    harness.processElement(change, change.knownAt());
                    open.remove(change);
                }
            }
            if (restores) {
                harness.extractOutputValues().forEach(row -> told.add(row.toString()));
                WindowsHarness before = harness;
                harness = before.restored(settings);
                before.close();
            }
            harness.processWatermark(next);
            watermark = next;
        }
        harness.extractOutputValues().forEach(row -> told.add(row.toString()));
        assertNothingIsLeft(harness);
        harness.close();
        return told;
    }

    private static List<SegmentChange> randomChanges(int seed) {
        Random random = new Random(seed);
        List<SegmentChange> changes = new ArrayList<>();
        for (int each = 0; each < 60; each++) {
            Instant said = NINE.plusMillis(random.nextInt(1_800_000));
            Instant known = said.plusMillis(random.nextBoolean() ? 0 : random.nextInt(600_000));
            changes.add(change(said, known, 1));
            if (random.nextInt(5) == 0) {
                changes.add(change(said, known.plusMillis(random.nextInt(60_000)), -1));
            }
        }
        return changes;
    }

    private static void add(WindowsHarness harness, Instant said, Instant known, int count) throws Exception {
        harness.processElement(change(said, known, count), known.toEpochMilli());
    }

    private static SegmentChange change(Instant said, Instant known, int count) {
        Tally tally = new Tally(count, 0, 0, 0, 0);
        byte[] tallies = TalliesFormat.write(new Tallies(new TreeMap<>(Map.of("volume", tally))));
        return new SegmentChange("(all)", known.toEpochMilli(), said.toEpochMilli(), tallies);
    }

    private static List<String> told(WindowsHarness harness, String window) {
        return harness.extractOutputValues().stream()
                .filter(row -> row.window().equals(window))
                .map(row -> "%s as of %s: %d".formatted(time(row.to()), time(row.asOf()), volume(row)))
                .toList();
    }

    private static long volume(ScoreRow row) {
        ReportedScore volume = Objects.requireNonNull(row.scores().get("volume"));
        assertThat(volume.value()).isEqualTo(volume.n() == 0 ? null : (double) volume.n());
        return volume.n();
    }

    private static String time(Instant instant) {
        return instant.toString().substring(11, 19);
    }

    private static void assertNothingIsLeft(WindowsHarness harness) throws Exception {
        harness.prepareSnapshotPreBarrier(1);
        assertThat(harness.numKeyedStateEntries()).isZero();
        assertThat(harness.numEventTimeTimers()).isZero();
    }
}
