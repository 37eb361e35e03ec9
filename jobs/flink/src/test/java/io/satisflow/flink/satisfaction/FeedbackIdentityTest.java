package io.satisflow.flink.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.flink.satisfaction.tally.SegmentChange;
import io.satisflow.flink.satisfaction.tally.TalliesFormat;
import io.satisflow.ledger.DeadLetter;
import io.satisflow.satisfaction.SatisfactionFile;
import io.satisflow.satisfaction.SatisfactionSettings;
import io.satisflow.satisfaction.answer.Response;
import io.satisflow.satisfaction.tally.Tallies;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.heap.HeapKeyedStateBackend;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each piece of feedback counts once, by its latest revision. */
class FeedbackIdentityTest {
    private static final SatisfactionSettings SETTINGS = SatisfactionFile.defaults();
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant TEN = NINE.plus(Duration.ofHours(1));

    @SuppressWarnings("NullAway.Init")
    private FeedbackIdentity operator;

    @SuppressWarnings("NullAway.Init")
    private KeyedTwoInputStreamOperatorTestHarness<String, ContributionState, String, SegmentChange> harness;

    @BeforeEach
    void open() throws Exception {
        operator = new FeedbackIdentity(SETTINGS);
        harness = new KeyedTwoInputStreamOperatorTestHarness<>(
                operator, ContributionState::feedback, segment -> "", Types.STRING);
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void a_redelivery_counts_once() throws Exception {
        say(1, NINE, NINE);
        say(1, NINE, NINE.plusSeconds(1));
        passTo(TEN);

        assertThat(said()).containsExactly("+1 (all) 09:00:00");
    }

    @Test
    void an_edit_takes_the_place_of_what_was_said_before() throws Exception {
        say(2, NINE.plusSeconds(30), NINE.plusSeconds(30));
        say(1, NINE, NINE);
        passTo(TEN);

        assertThat(said()).containsExactly("+1 (all) 09:00:00", "-1 (all) 09:00:00", "+1 (all) 09:00:30");
    }

    @Test
    void an_earlier_revision_that_becomes_known_later_changes_nothing() throws Exception {
        say(2, NINE, NINE);
        say(1, NINE, NINE.plusSeconds(5));
        passTo(TEN);

        assertThat(said()).containsExactly("+1 (all) 09:00:00");
    }

    @Test
    void nothing_counts_before_it_is_known() throws Exception {
        say(1, NINE, NINE.plusSeconds(5));
        passTo(NINE.plusSeconds(4));
        assertThat(said()).isEmpty();

        passTo(NINE.plusSeconds(5));
        assertThat(said()).hasSize(1);
    }

    @Test
    void an_edit_that_comes_too_late_is_put_aside_and_what_was_said_stays() throws Exception {
        say(1, NINE, NINE);
        passTo(TEN);
        say(2, NINE, NINE.plus(Duration.ofHours(25)));
        passTo(NINE.plus(Duration.ofHours(26)));

        assertThat(said()).hasSize(1);
        assertThat(harness.getSideOutput(FeedbackIdentity.TOO_LATE))
                .extracting(StreamRecord::getValue)
                .extracting(DeadLetter::reason)
                .containsExactly("too_late");
    }

    @Test
    void who_changes_an_answer_that_no_window_holds_any_more_is_not_counted_twice() throws Exception {
        Instant nineDaysLater = NINE.plus(Duration.ofDays(9));
        say(1, NINE, NINE);
        passTo(TEN);
        say(2, nineDaysLater, nineDaysLater);
        say(contribution(1, NINE, nineDaysLater.plusSeconds(1)));
        passTo(nineDaysLater.plusSeconds(60));

        assertThat(said()).containsExactly("+1 (all) 09:00:00");
        assertThat(harness.getSideOutput(FeedbackIdentity.TOO_LATE))
                .extracting(StreamRecord::getValue)
                .extracting(DeadLetter::reason)
                .containsExactly("edit_too_late");
    }

    @Test
    void a_segment_without_a_place_counts_with_the_others() throws Exception {
        harness.processElement2("channel=app", 0);
        ContributionState contribution = contribution(1, NINE, NINE);
        harness.processElement1(contribution.in(List.of("channel=app", "channel=fax,product=x")), NINE.toEpochMilli());
        passTo(TEN);

        assertThat(harness.extractOutputValues())
                .extracting(SegmentChange::segment)
                .containsExactly("channel=app", "channel=(other),product=(other)");
    }

    @Test
    void a_score_that_comes_in_time_counts_with_its_feedback_once() throws Exception {
        say(awaiting(1, NINE));
        say(contribution(1, NINE, NINE));
        passTo(TEN);

        assertThat(said()).containsExactly("+1 (all) 09:00:00");
        assertThat(entries()).isEqualTo(1);
    }

    @Test
    void a_score_that_comes_before_its_feedback_counts_once_too() throws Exception {
        say(contribution(1, NINE, NINE));
        say(awaiting(1, NINE));
        passTo(TEN);
        say(awaiting(1, NINE));
        passTo(TEN.plusSeconds(1));

        assertThat(said()).containsExactly("+1 (all) 09:00:00");
    }

    @Test
    void a_score_that_was_not_waited_for_takes_the_place_of_what_was_counted_without_it() throws Exception {
        say(awaiting(1, NINE));
        passTo(TEN);
        assertThat(said()).containsExactly("+1 (all) 09:00:00");

        say(contribution(1, NINE, NINE));
        passTo(TEN.plusSeconds(5));
        say(contribution(1, NINE, NINE));
        passTo(TEN.plusSeconds(10));

        assertThat(said()).containsExactly("+1 (all) 09:00:00", "-1 (all) 09:00:00", "+1 (all) 09:00:00");
    }

    @Test
    void the_score_of_a_redelivery_changes_nothing() throws Exception {
        say(awaiting(1, NINE));
        passTo(TEN);
        say(contribution(1, NINE, NINE, 77));
        passTo(TEN.plusSeconds(5));

        assertThat(said()).containsExactly("+1 (all) 09:00:00");
    }

    @Test
    void the_late_score_of_what_was_edited_since_changes_nothing() throws Exception {
        say(awaiting(1, NINE));
        passTo(NINE.plusSeconds(10));
        say(awaiting(2, NINE.plusSeconds(20)));
        passTo(TEN);
        int before = said().size();
        say(contribution(1, NINE, NINE));
        passTo(TEN.plusSeconds(5));

        assertThat(said()).hasSize(before).endsWith("-1 (all) 09:00:00", "+1 (all) 09:00:20");
    }

    @Test
    void feedback_that_is_too_late_is_put_aside_once_though_its_text_is_scored_later() throws Exception {
        Instant muchLater = NINE.plus(Duration.ofHours(25));
        say(contribution(1, NINE, muchLater, 1, true));
        passTo(muchLater);
        say(contribution(1, NINE, muchLater, 1, false));
        passTo(muchLater.plusSeconds(5));

        assertThat(said()).isEmpty();
        assertThat(harness.getSideOutput(FeedbackIdentity.TOO_LATE)).hasSize(1);
        assertThat(entries()).isZero();
    }

    @Test
    void nothing_is_left_of_feedback_that_was_scored_late() throws Exception {
        say(awaiting(1, NINE));
        passTo(TEN);
        say(contribution(1, NINE, NINE));
        passTo(TEN.plus(SETTINGS.recognised()));

        assertThat(entries()).isZero();
        assertThat(harness.numEventTimeTimers()).isZero();
    }

    @Test
    void nothing_is_remembered_when_no_window_holds_it_any_more() throws Exception {
        say(1, NINE, NINE);
        say(2, TEN, TEN);
        passTo(TEN);
        assertThat(entries()).isEqualTo(1);

        passTo(TEN.plus(SETTINGS.recognised()));
        assertThat(entries()).isZero();
        assertThat(harness.numEventTimeTimers()).isZero();
    }

    @Test
    void after_the_end_of_a_replay_time_stands_still() throws Exception {
        say(1, NINE, NINE);
        passTo(Instant.ofEpochMilli(Long.MAX_VALUE));

        assertThat(said()).isEmpty();
    }

    private void say(long revision, Instant said, Instant known) throws Exception {
        say(contribution(revision, said, known));
    }

    private void say(ContributionState contribution) throws Exception {
        harness.processElement1(contribution, contribution.knownAt());
    }

    private static ContributionState awaiting(long revision, Instant said) {
        return contribution(revision, said, said, revision, true);
    }

    private static ContributionState contribution(long revision, Instant said, Instant known) {
        return contribution(revision, said, known, revision);
    }

    private static ContributionState contribution(long revision, Instant said, Instant known, long offset) {
        return contribution(revision, said, known, offset, false);
    }

    private static ContributionState contribution(
            long revision, Instant said, Instant known, long offset, boolean awaitsScore) {
        Tallies tallies = SETTINGS.tally(new Response(List.of(), null));
        return new ContributionState(
                "app/f1",
                "app",
                revision,
                said.toEpochMilli(),
                known.toEpochMilli(),
                TalliesFormat.write(tallies),
                List.of("(all)"),
                "raw",
                0,
                offset,
                null,
                awaitsScore);
    }

    private void passTo(Instant watermark) throws Exception {
        harness.processWatermark2(new Watermark(watermark.toEpochMilli()));
        harness.processWatermark1(new Watermark(watermark.toEpochMilli()));
    }

    private int entries() {
        return ((HeapKeyedStateBackend<?>) operator.getKeyedStateBackend()).numKeyValueStateEntries();
    }

    private List<String> said() {
        return harness.extractOutputValues().stream()
                .map(change -> "%+d %s %s"
                        .formatted(
                                TalliesFormat.read(change.tallies())
                                        .of("volume")
                                        .n(),
                                change.segment(),
                                Instant.ofEpochMilli(change.occurredAt())
                                        .toString()
                                        .substring(11, 19)))
                .toList();
    }
}
