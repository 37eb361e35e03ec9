package io.satisflow.flink.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.satisflow.config.ConfigFile;
import io.satisflow.flink.scoring.AwaitedScores;
import io.satisflow.flink.scoring.ScoringOptions;
import io.satisflow.flink.scoring.ScoringPipeline;
import io.satisflow.flink.types.DomainTypes;
import io.satisflow.ledger.RecordedFeedback;
import io.satisflow.ledger.ScoredFeedback;
import io.satisflow.satisfaction.SatisfactionFile;
import io.satisflow.satisfaction.SatisfactionSettings;
import io.satisflow.satisfaction.score.ScoreRow;
import io.satisflow.sentiment.Polarity;
import io.satisflow.sentiment.Sentiment;
import io.satisflow.sentiment.SentimentScorer;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.Test;

/** A scorer that stops in the middle of a live run, until all windows of ratings have been told without it. */
class StalledScorerTest {
    private static final Duration WAIT = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int TEXTS_BEFORE_THE_STALL = 10;
    private static final SatisfactionSettings SETTINGS = SatisfactionFile.read(ConfigFile.parse("s.yaml", """
                segments: {by: [[], [channel], [product], [channel, product]]}
                windows: {rolling: [{length: 1m, step: 5s}, {length: 3m, step: 30s}, {length: 10m, step: 30s}], lateness: 2h}
                metrics: {volume: {}, sentiment: {}, csat: {from: 1s}}
                """));

    @Test
    void windows_go_on_without_it_and_are_right_in_the_end() throws Exception {
        List<ScoredFeedback> feed = texts(FeedbackFeed.random(11, Duration.ofMinutes(5)));
        PipelineRun run = PipelineRun.of(
                environment -> live(environment, FeedbackFeed.delivered(feed, Duration.ofMinutes(1), 11)), SETTINGS, 2);

        assertThat(run.steps())
                .as("rows that were told before any of their texts was scored")
                .anyMatch(row -> isPresent(row) && hasRatingsOnly(row));
        assertThat(run.steps()).anyMatch(row -> row.asOf().isAfter(row.to()));
        assertThat(run.tooLate()).isEmpty();
        ToldRows.of(run.steps()).assertRight(new NaiveSatisfaction(SETTINGS, feed), SETTINGS, step -> FeedbackFeed.END);
    }

    /** As the engine reads them: feedback, and what the scoring job makes of it, each at its own pace. */
    private static DataStream<ScoredFeedback> live(
            StreamExecutionEnvironment environment, List<ScoredFeedback> delivered) {
        TypeInformation<RecordedFeedback> type = DomainTypes.of(RecordedFeedback.class);
        DataStream<RecordedFeedback> feedback = PipelineRun.feed(environment, "feedback", delivered)
                .map(ScoredFeedback::recorded)
                .returns(type)
                .uid("of-engine");
        DataStream<RecordedFeedback> same = PipelineRun.feed(environment, "same-feedback", delivered)
                .map(ScoredFeedback::recorded)
                .returns(type)
                .uid("of-scoring");
        ScoringOptions options = ScoringOptions.of(StallingScorer::new, () -> (text, language, whole) -> List.of());
        return AwaitedScores.build(feedback, ScoringPipeline.build(same, options), WAIT);
    }

    /** Reads scores that stand in the texts. Stops after some until the present rows have come to the last feedback. */
    private static final class StallingScorer implements SentimentScorer {
        private int scored;

        @Override
        public Sentiment score(String text, String language) {
            if (scored++ == TEXTS_BEFORE_THE_STALL) {
                awaitWindows();
            }
            double score = Double.parseDouble(text);
            return Sentiment.of(new Polarity((1 - score) / 2, 0, (1 + score) / 2), "stalling", false);
        }

        /** Windows that stall as well are a failure and no endless run. */
        private static void awaitWindows() {
            await().atMost(PATIENCE)
                    .until(() -> PipelineRun.stepsSoFar().stream()
                            .anyMatch(row -> isPresent(row) && row.to().isAfter(FeedbackFeed.LAST)));
        }
    }

    /** The same feedback, whose sentiment has to be taken from texts. */
    private static List<ScoredFeedback> texts(List<ScoredFeedback> records) {
        return records.stream().map(StalledScorerTest::withText).toList();
    }

    private static ScoredFeedback withText(ScoredFeedback record) {
        return record.sentiment() == null
                ? record
                : FeedbackFeed.saying(record, String.valueOf(record.sentiment().score()));
    }

    private static boolean isPresent(ScoreRow row) {
        return row.to().equals(row.asOf());
    }

    private static boolean hasRatingsOnly(ScoreRow row) {
        return ToldRows.metric(row, "csat").n() > 0
                && ToldRows.metric(row, "sentiment").n() == 0;
    }
}
