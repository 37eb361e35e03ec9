package io.satisflow.flink.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.satisflow.config.ConfigFile;
import io.satisflow.flink.io.TopicKey;
import io.satisflow.ledger.ScoredFeedback;
import io.satisflow.satisfaction.SatisfactionFile;
import io.satisflow.satisfaction.SatisfactionSettings;
import io.satisflow.satisfaction.score.ScoreRow;
import io.satisflow.satisfaction.window.PaneSums;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole pipeline says what going through everything that was ever said gives. */
class SatisfactionPipelineTest {
    private static final Duration ALLOWED = Duration.ofMinutes(5);
    private static final Duration MUCH_LATER = Duration.ofMinutes(15);
    private static final SatisfactionSettings SETTINGS = settings(1000);

    private static SatisfactionSettings settings(int cap) {
        return SatisfactionFile.read(ConfigFile.parse("s.yaml", """
                segments: {by: [[], [channel], [product], [channel, product]], cap: %d}
                windows: {rolling: [{length: 1m, step: 5s}, {length: 3m, step: 30s}, {length: 10m, step: 30s}], lateness: 5m}
                metrics: {volume: {}, sentiment: {}, csat: {from: 1s}}
                """.formatted(cap)));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void every_step_of_every_segment_and_window_is_right_in_the_end(int seed) throws Exception {
        List<ScoredFeedback> feed = FeedbackFeed.random(seed, ALLOWED);
        PipelineRun run = run(feed, SETTINGS, seed, 2);
        NaiveSatisfaction naive = new NaiveSatisfaction(SETTINGS, feed);

        ToldRows.of(run.steps()).assertRight(naive, SETTINGS, step -> FeedbackFeed.END);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4})
    void the_present_of_every_segment_and_window_is_always_right(int seed) throws Exception {
        List<ScoredFeedback> feed = FeedbackFeed.random(seed, MUCH_LATER);
        PipelineRun run = run(feed, SETTINGS, seed, 1);
        NaiveSatisfaction naive = new NaiveSatisfaction(SETTINGS, feed);

        ToldRows.of(run.now()).assertRight(naive, SETTINGS, step -> step);
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 6})
    void every_row_is_right_as_of_its_time_and_later_versions_come_later(int seed) throws Exception {
        List<ScoredFeedback> feed = FeedbackFeed.random(seed, MUCH_LATER);
        PipelineRun run = run(feed, SETTINGS, seed, 2);
        NaiveSatisfaction naive = new NaiveSatisfaction(SETTINGS, feed);

        Map<String, Instant> asOf = new HashMap<>();
        for (ScoreRow row : run.steps()) {
            Duration length = Duration.between(row.from(), row.to());
            assertThat(ToldRows.shown(row))
                    .as(row.toString())
                    .isEqualTo(naive.window(segment(row), row.to(), length, row.asOf()));
            Instant earlier = asOf.put(TopicKey.ofStep(row), row.asOf());
            assertThat(earlier == null || earlier.isBefore(row.asOf())).isTrue();
        }
        assertThat(run.steps()).anyMatch(row -> row.asOf().isAfter(row.to()));
    }

    @Test
    void neither_parallelism_nor_the_pace_of_the_watermark_changes_a_row() throws Exception {
        List<ScoredFeedback> feed = FeedbackFeed.random(7, MUCH_LATER);

        PipelineRun slowly = PipelineRun.of(FeedbackFeed.delivered(feed, Duration.ofSeconds(20), 1), SETTINGS, 1);
        PipelineRun atFullSpeed = PipelineRun.of(FeedbackFeed.delivered(feed, Duration.ofHours(1), 2), SETTINGS, 2);

        assertThat(sorted(atFullSpeed.steps())).isEqualTo(sorted(slowly.steps()));
        assertThat(sorted(atFullSpeed.now())).isEqualTo(sorted(slowly.now()));
        assertThat(sorted(atFullSpeed.panes())).isEqualTo(sorted(slowly.panes()));
        assertThat(slowly.tooLate()).isNotEmpty();
        assertThat(sorted(atFullSpeed.tooLate())).isEqualTo(sorted(slowly.tooLate()));
    }

    @Test
    void segments_beyond_the_cap_share_one() throws Exception {
        List<ScoredFeedback> feed = FeedbackFeed.random(8, ALLOWED);
        SatisfactionSettings capped = settings(2);
        PipelineRun run = run(feed, capped, 8, 2);
        NaiveSatisfaction naive = new NaiveSatisfaction(capped, feed);

        assertThat(naive.segments())
                .contains("product=(other)", "channel=(other),product=(other)")
                .hasSize(10);
        assertThat(run.steps().stream().map(SatisfactionPipelineTest::segment).collect(Collectors.toSet()))
                .isEqualTo(naive.segments());
        for (ScoreRow row : run.steps()) {
            Duration length = Duration.between(row.from(), row.to());
            assertThat(ToldRows.shown(row)).isEqualTo(naive.window(segment(row), row.to(), length, row.asOf()));
        }
    }

    @Test
    void panes_add_up_to_all_that_counts() throws Exception {
        List<ScoredFeedback> feed = FeedbackFeed.random(9, ALLOWED);
        PipelineRun run = run(feed, SETTINGS, 9, 2);
        NaiveSatisfaction naive = new NaiveSatisfaction(SETTINGS, feed);

        Map<String, PaneSums> last = new HashMap<>();
        run.panes()
                .forEach(pane ->
                        last.merge(TopicKey.of(pane), pane, (a, b) -> a.asOf().isAfter(b.asOf()) ? a : b));
        for (String segment : naive.segments()) {
            double volume = last.entrySet().stream()
                    .filter(entry -> entry.getKey().startsWith(segment + "/"))
                    .mapToDouble(entry -> entry.getValue().sums().get("volume.n"))
                    .sum();
            assertThat(volume)
                    .isEqualTo(naive.between(segment, FeedbackFeed.START, FeedbackFeed.END, FeedbackFeed.END)
                            .size());
        }
    }

    @Test
    void what_no_window_reaches_back_to_is_put_aside() throws Exception {
        Instant now = FeedbackFeed.LAST;
        ScoredFeedback tooLate = FeedbackFeed.of(
                "app", "late", 1, now.minus(Duration.ofMinutes(10)).minusMillis(1), now);
        ScoredFeedback justInTime = FeedbackFeed.of("app", "just", 1, now.minus(Duration.ofMinutes(10)), now);

        PipelineRun run = run(List.of(tooLate, justInTime), SETTINGS, 0, 1);

        assertThat(run.tooLate()).singleElement().satisfies(letter -> {
            assertThat(letter.reason()).isEqualTo("too_late");
            assertThat(letter.message()).contains("feedback app/late of");
            assertThat(letter.source().topic()).isEqualTo("raw");
        });
        assertThat(run.panes()).extracting(PaneSums::from).containsOnly(now.minus(Duration.ofMinutes(10)));
    }

    private static PipelineRun run(List<ScoredFeedback> feed, SatisfactionSettings settings, int seed, int parallelism)
            throws Exception {
        return PipelineRun.of(FeedbackFeed.delivered(feed, Duration.ofMinutes(7), seed), settings, parallelism);
    }

    private static String segment(ScoreRow row) {
        String key = TopicKey.ofNow(row);
        return key.substring(0, key.indexOf('/'));
    }

    private static List<String> sorted(Collection<?> records) {
        return records.stream().map(Object::toString).sorted().toList();
    }
}
