package io.satisflow.flink.satisfaction;

import io.satisflow.feedback.Rating;
import io.satisflow.flink.io.TopicKey;
import io.satisflow.satisfaction.SatisfactionSettings;
import io.satisflow.satisfaction.answer.Response;
import io.satisflow.satisfaction.answer.TextSentiment;
import io.satisflow.segment.Segment;
import io.satisflow.sentiment.SentimentLabel;
import io.satisflow.wire.Feedback;
import io.satisflow.wire.ScoredFeedback;
import io.satisflow.wire.Sentiment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.metrics.Counter;
import org.jspecify.annotations.Nullable;

/** Takes from feedback what counts: answers and sentiment as sums, and the segments it belongs to. */
final class ReadContribution extends RichMapFunction<ScoredFeedback, ContributionState> {
    private final SatisfactionSettings settings;
    private final FeedbackSegments segments;
    private transient Counter unmeasuredRatings;

    ReadContribution(SatisfactionSettings settings) {
        this.settings = settings;
        this.segments = new FeedbackSegments(settings.groupings());
    }

    @Override
    public void open(OpenContext context) {
        unmeasuredRatings = getRuntimeContext().getMetricGroup().counter("unmeasuredRatings");
    }

    @Override
    public ContributionState map(ScoredFeedback scored) {
        Feedback feedback = scored.getFeedback();
        Response response = response(scored);
        boolean awaitsScore = feedback.getText() != null && scored.getSentiment() == null;
        // What awaits its score comes once more.
        unmeasuredRatings.inc(awaitsScore ? 0 : settings.unmeasuredRatings(response));
        long occurredAt = feedback.getOccurredAt().toEpochMilli();
        return new ContributionState(
                TopicKey.of(feedback),
                feedback.getChannel(),
                feedback.getRevision(),
                occurredAt,
                // Nothing counts before it was said, whatever a faulty source claims.
                Math.max(occurredAt, feedback.getKnownAt().toEpochMilli()),
                TalliesFormat.write(settings.tally(response)),
                segments.of(feedback).stream().map(Segment::key).toList(),
                feedback.getSource().getTopic(),
                feedback.getSource().getPartition(),
                feedback.getSource().getOffset(),
                feedback.getSource().getRow(),
                awaitsScore);
    }

    private static Response response(ScoredFeedback scored) {
        List<Rating> ratings = scored.getFeedback().getRatings().stream()
                .map(rating -> new Rating(rating.getQuestion(), rating.getValue(), rating.getMin(), rating.getMax()))
                .toList();
        return new Response(ratings, sentiment(scored.getSentiment()).orElse(null), aspects(scored));
    }

    /** Of an aspect that is judged several times in one text, the last judgement. */
    private static Map<String, TextSentiment> aspects(ScoredFeedback scored) {
        Map<String, TextSentiment> aspects = new HashMap<>();
        scored.getAspects()
                .forEach(aspect -> SentimentLabel.ofWireName(aspect.getLabel())
                        .filter(label -> label != SentimentLabel.NOT_SCORED)
                        .ifPresent(
                                label -> aspects.put(aspect.getName(), new TextSentiment(label, aspect.getScore()))));
        return aspects;
    }

    /** None for texts in a language that no scorer knows. */
    private static Optional<TextSentiment> sentiment(@Nullable Sentiment sentiment) {
        if (sentiment == null) {
            return Optional.empty();
        }
        return SentimentLabel.ofWireName(sentiment.getLabel())
                .filter(label -> label != SentimentLabel.NOT_SCORED)
                .map(label -> new TextSentiment(label, sentiment.getScore()));
    }
}
