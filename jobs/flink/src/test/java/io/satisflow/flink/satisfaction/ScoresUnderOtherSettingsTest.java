package io.satisflow.flink.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.config.ConfigFile;
import io.satisflow.feedback.Rating;
import io.satisflow.flink.satisfaction.tally.SegmentChange;
import io.satisflow.flink.satisfaction.tally.TalliesFormat;
import io.satisflow.flink.satisfaction.window.WindowsOfSegment;
import io.satisflow.satisfaction.SatisfactionFile;
import io.satisflow.satisfaction.SatisfactionSettings;
import io.satisflow.satisfaction.answer.Response;
import io.satisflow.satisfaction.score.ReportedScore;
import io.satisflow.satisfaction.score.ScoreRow;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/** What becomes of what was counted, over a restart with other groupings and metrics. */
class ScoresUnderOtherSettingsTest {
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    void what_was_counted_in_a_grouping_that_is_taken_out_can_still_be_taken_back_by_an_edit() throws Exception {
        OperatorSubtaskState checkpoint;
        try (var identity = identity()) {
            identity.open();
            identity.processElement2("channel=app", 0);
            identity.processElement1(answer(1, NINE, "(all)", "channel=app"), NINE.toEpochMilli());
            passTo(identity, NINE);
            assertThat(said(identity)).containsExactlyInAnyOrder("+1 (all)", "+1 channel=app");
            identity.getOperator().prepareSnapshotPreBarrier(1);
            checkpoint = identity.snapshot(1, 1);
        }
        Instant edited = NINE.plusSeconds(60);
        try (var identity = identity()) {
            identity.initializeState(checkpoint);
            identity.open();
            identity.processElement1(answer(2, edited, "(all)"), edited.toEpochMilli());
            passTo(identity, edited);

            assertThat(said(identity)).containsExactlyInAnyOrder("-1 (all)", "-1 channel=app", "+1 (all)");
        }
    }

    @Test
    void a_segment_of_a_grouping_that_is_taken_out_is_told_until_what_it_holds_has_left() throws Exception {
        OperatorSubtaskState checkpoint;
        try (var windows = windows(settings("[], [channel]", 4))) {
            windows.open();
            rate(windows, "channel=app", satisfiedFrom(4), NINE);
            windows.processWatermark(NINE.plusSeconds(30).toEpochMilli());
            windows.prepareSnapshotPreBarrier(1);
            checkpoint = windows.snapshot(1, 1);
        }
        try (var windows = windows(settings("[]", 4))) {
            windows.initializeState(checkpoint);
            windows.open();
            windows.processWatermark(NINE.plusSeconds(3600).toEpochMilli());

            assertThat(windows.extractOutputValues()).singleElement().satisfies(row -> {
                assertThat(row.segment().key()).isEqualTo("channel=app");
                assertThat(row.to()).isEqualTo(NINE.plusSeconds(630));
            });
            assertThat(csat(windows)).isEqualTo("null of 0");
            windows.prepareSnapshotPreBarrier(2);
            assertThat(windows.numKeyedStateEntries()).isZero();
        }
    }

    @Test
    void how_many_segments_have_a_place_of_their_own_is_known_after_a_restart_too() throws Exception {
        OperatorSubtaskState checkpoint;
        FeedbackIdentity first = new FeedbackIdentity(SatisfactionFile.defaults());
        try (var identity = identity(first)) {
            identity.open();
            for (String segment : List.of("channel=app", "channel=web", "channel=app")) {
                identity.processElement2(segment, 0);
            }
            assertThat(first.segments()).isEqualTo(2);
            identity.getOperator().prepareSnapshotPreBarrier(1);
            checkpoint = identity.snapshot(1, 1);
        }
        FeedbackIdentity second = new FeedbackIdentity(SatisfactionFile.defaults());
        try (var identity = identity(second)) {
            identity.initializeState(checkpoint);
            identity.open();
            assertThat(second.segments()).isEqualTo(2);
        }
    }

    @Test
    void what_was_measured_by_a_metric_that_is_changed_stays_until_its_windows_have_moved_on() throws Exception {
        OperatorSubtaskState checkpoint;
        try (var windows = windows(satisfiedFrom(4))) {
            windows.open();
            rate(windows, "(all)", satisfiedFrom(4), NINE);
            windows.processWatermark(NINE.plusSeconds(30).toEpochMilli());
            assertThat(csat(windows)).isEqualTo("100.0 of 1");
            windows.prepareSnapshotPreBarrier(1);
            checkpoint = windows.snapshot(1, 1);
        }
        try (var windows = windows(satisfiedFrom(5))) {
            windows.initializeState(checkpoint);
            windows.open();
            rate(windows, "(all)", satisfiedFrom(5), NINE.plusSeconds(60));
            windows.processWatermark(NINE.plusSeconds(90).toEpochMilli());
            assertThat(csat(windows)).as("one of either kind").isEqualTo("50.0 of 2");

            windows.processWatermark(NINE.plusSeconds(630).toEpochMilli());
            assertThat(csat(windows)).as("the first has left").isEqualTo("0.0 of 1");
        }
    }

    private static SatisfactionSettings satisfiedFrom(int top) {
        return settings("[]", top);
    }

    private static SatisfactionSettings settings(String groupings, int top) {
        return SatisfactionFile.read(ConfigFile.parse("s.yaml", """
                segments: [%s]
                windows: {rolling: [{length: 10m, step: 30s}], lateness: 5m}
                metrics: {volume: {}, csat: {question: csat, scale: [1, 5], top: %d}}
                """.formatted(groupings, top)));
    }

    /** By a four. */
    private static void rate(
            KeyedOneInputStreamOperatorTestHarness<String, SegmentChange, ?> windows,
            String segment,
            SatisfactionSettings settings,
            Instant at)
            throws Exception {
        byte[] tallies =
                TalliesFormat.write(settings.tally(new Response(List.of(new Rating("csat", 4, 1, 5)), null, Map.of())));
        windows.processElement(
                new SegmentChange(segment, at.toEpochMilli(), at.toEpochMilli(), tallies), at.toEpochMilli());
    }

    /** As it was told last. */
    private static String csat(KeyedOneInputStreamOperatorTestHarness<String, SegmentChange, ScoreRow> windows) {
        ReportedScore csat = windows.extractOutputValues().stream()
                .reduce((earlier, later) -> later)
                .map(row -> Objects.requireNonNull(row.scores().get("csat")))
                .orElseThrow();
        return "%s of %d".formatted(csat.value(), csat.n());
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, SegmentChange, ScoreRow> windows(
            SatisfactionSettings settings) throws Exception {
        return new KeyedOneInputStreamOperatorTestHarness<>(
                new WindowsOfSegment(settings, StoredSegments::new), SegmentChange::segment, Types.STRING);
    }

    private static KeyedTwoInputStreamOperatorTestHarness<String, ContributionState, String, SegmentChange> identity()
            throws Exception {
        return identity(new FeedbackIdentity(SatisfactionFile.defaults()));
    }

    private static KeyedTwoInputStreamOperatorTestHarness<String, ContributionState, String, SegmentChange> identity(
            FeedbackIdentity operator) throws Exception {
        return new KeyedTwoInputStreamOperatorTestHarness<>(
                operator, ContributionState::feedback, segment -> "", Types.STRING);
    }

    private static ContributionState answer(long revision, Instant at, String... segments) {
        return new ContributionState(
                "app/f1",
                "app",
                revision,
                at.toEpochMilli(),
                at.toEpochMilli(),
                TalliesFormat.write(SatisfactionFile.defaults().tally(new Response(List.of(), null, Map.of()))),
                List.of(segments),
                "raw",
                0,
                revision,
                null,
                false);
    }

    private static void passTo(
            KeyedTwoInputStreamOperatorTestHarness<String, ContributionState, String, SegmentChange> identity,
            Instant time)
            throws Exception {
        identity.processWatermark2(new Watermark(time.toEpochMilli()));
        identity.processWatermark1(new Watermark(time.toEpochMilli()));
    }

    private static List<String> said(
            KeyedTwoInputStreamOperatorTestHarness<String, ContributionState, String, SegmentChange> identity) {
        return identity.extractOutputValues().stream()
                .map(change -> "%+d %s"
                        .formatted(
                                TalliesFormat.read(change.tallies())
                                        .of("volume")
                                        .n(),
                                change.segment()))
                .toList();
    }
}
