package io.satisflow.flink.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.satisfaction.Response;
import io.satisflow.satisfaction.SatisfactionFile;
import io.satisflow.satisfaction.SatisfactionSettings;
import io.satisflow.satisfaction.Tallies;
import io.satisflow.wire.DeadLetter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.heap.HeapKeyedStateBackend;
import org.apache.flink.streaming.api.operators.co.CoBroadcastWithKeyedOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedBroadcastOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each piece of feedback counts once, by its latest revision. */
class FeedbackIdentityTest {
    private static final SatisfactionSettings SETTINGS = SatisfactionFile.defaults();
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant TEN = NINE.plus(Duration.ofHours(1));

    @SuppressWarnings("NullAway.Init")
    private CoBroadcastWithKeyedOperator<String, ContributionState, String, SegmentChange> operator;

    @SuppressWarnings("NullAway.Init")
    private KeyedBroadcastOperatorTestHarness<String, ContributionState, String, SegmentChange> harness;

    @BeforeEach
    void open() throws Exception {
        operator = new CoBroadcastWithKeyedOperator<>(new FeedbackIdentity(SETTINGS), List.of(FeedbackIdentity.PLACES));
        harness = new KeyedBroadcastOperatorTestHarness<>(operator, ContributionState::feedback, Types.STRING, 1, 1, 0);
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
                .extracting(DeadLetter::getReason)
                .containsExactly("too_late");
    }

    @Test
    void a_segment_without_a_place_counts_with_the_others() throws Exception {
        harness.processBroadcastElement("channel=app", 0);
        ContributionState contribution = contribution(1, NINE, NINE);
        harness.processElement(contribution.in(List.of("channel=app", "channel=fax,product=x")), NINE.toEpochMilli());
        passTo(TEN);

        assertThat(harness.extractOutputValues())
                .extracting(SegmentChange::segment)
                .containsExactly("channel=app", "channel=(other),product=(other)");
    }

    @Test
    void nothing_is_remembered_when_no_window_holds_it_any_more() throws Exception {
        say(1, NINE, NINE);
        say(2, TEN, TEN);
        passTo(TEN);
        assertThat(entries()).isEqualTo(1);

        passTo(TEN.plus(SETTINGS.remembered()));
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
        harness.processElement(contribution(revision, said, known), known.toEpochMilli());
    }

    private static ContributionState contribution(long revision, Instant said, Instant known) {
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
                revision,
                null);
    }

    private void passTo(Instant watermark) throws Exception {
        harness.processBroadcastWatermark(new Watermark(watermark.toEpochMilli()));
        harness.processWatermark(new Watermark(watermark.toEpochMilli()));
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
