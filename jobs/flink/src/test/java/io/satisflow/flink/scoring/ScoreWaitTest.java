package io.satisflow.flink.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.TwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What time it is, for those who wait for scores: times in seconds, the wait being five. */
class ScoreWaitTest {
    private static final int WAIT = 5;

    @SuppressWarnings("NullAway.Init")
    private TwoInputStreamOperatorTestHarness<String, String, String> harness;

    @BeforeEach
    void open() throws Exception {
        harness = new TwoInputStreamOperatorTestHarness<>(new ScoreWait<>(Duration.ofSeconds(WAIT)));
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void time_passes_when_all_is_scored() throws Exception {
        feedbackTime(100);
        assertThat(times()).isEmpty();

        scoredTime(98);
        scoredTime(100);
        assertThat(times()).containsExactly(98L, 100L);
    }

    @Test
    void time_is_never_ahead_of_feedback() throws Exception {
        feedbackTime(100);
        scoredTime(107);
        feedbackTime(103);

        assertThat(times()).containsExactly(100L, 103L);
    }

    @Test
    void a_scorer_that_stalls_is_waited_for_no_longer_than_the_wait() throws Exception {
        inStep(100);
        feedbackTime(104);
        feedbackTime(105);
        assertThat(times()).containsExactly(100L);

        feedbackTime(106);
        feedbackTime(160);
        assertThat(times()).containsExactly(100L, 101L, 155L);
    }

    @Test
    void when_the_scorer_is_back_time_is_that_of_the_scores_again_and_never_goes_back() throws Exception {
        inStep(100);
        feedbackTime(160);
        scoredTime(120);
        scoredTime(158);

        assertThat(times()).containsExactly(100L, 155L, 158L);
    }

    @Test
    void records_pass_at_once_from_either_side() throws Exception {
        harness.processElement1(new StreamRecord<>("feedback", 1_000));
        harness.processElement2(new StreamRecord<>("scored", 1_000));

        assertThat(harness.extractOutputValues()).containsExactly("feedback", "scored");
    }

    @Test
    void a_backlog_is_waited_for_as_long_as_scores_keep_coming() throws Exception {
        feedbackTime(3_600);
        for (int second = 0; second < 600; second += WAIT) {
            harness.processElement2(new StreamRecord<>("scored", 0));
            harness.setProcessingTime(second * 1_000L);
        }
        assertThat(times()).isEmpty();

        scoredTime(3_595);
        feedbackTime(3_700);
        assertThat(times()).containsExactly(3_595L, 3_695L);
    }

    @Test
    void after_a_start_beside_a_scorer_that_is_silent_time_passes_all_the_same() throws Exception {
        feedbackTime(3_600);
        harness.setProcessingTime(WAIT * 1_000L);
        assertThat(times()).isEmpty();

        harness.setProcessingTime(2 * WAIT * 1_000L);
        assertThat(times()).containsExactly(3_595L);
    }

    @Test
    void silence_before_there_is_any_feedback_means_nothing() throws Exception {
        harness.setProcessingTime(60_000);
        feedbackTime(3_600);

        assertThat(times()).isEmpty();
    }

    @Test
    void a_replay_that_has_ended_ends_here_when_all_is_scored() throws Exception {
        inStep(100);
        harness.processWatermark1(Watermark.MAX_WATERMARK);
        assertThat(times()).containsExactly(100L);

        scoredTime(120);
        harness.processWatermark2(Watermark.MAX_WATERMARK);
        assertThat(harness.getOutput()).last().isEqualTo(Watermark.MAX_WATERMARK);
    }

    private void inStep(long time) throws Exception {
        feedbackTime(time);
        scoredTime(time);
    }

    private void feedbackTime(long seconds) throws Exception {
        harness.processWatermark1(new Watermark(seconds * 1_000));
    }

    private void scoredTime(long seconds) throws Exception {
        harness.processWatermark2(new Watermark(seconds * 1_000));
    }

    private List<Long> times() {
        return harness.getOutput().stream()
                .filter(Watermark.class::isInstance)
                .map(mark -> ((Watermark) mark).getTimestamp() / 1_000)
                .toList();
    }
}
