package io.satisflow.flink.satisfaction;

import io.satisflow.feedback.Feedback;
import io.satisflow.feedback.Rating;
import io.satisflow.flink.io.TopicKey;
import io.satisflow.flink.satisfaction.tally.TalliesFormat;
import io.satisflow.ledger.ScoredFeedback;
import io.satisflow.ledger.SourcePosition;
import io.satisflow.satisfaction.SatisfactionSettings;
import io.satisflow.satisfaction.answer.Response;
import io.satisflow.satisfaction.answer.TextSentiment;
import io.satisflow.segment.Segment;
import io.satisflow.sentiment.Aspect;
import io.satisflow.sentiment.Sentiment;
import io.satisflow.sentiment.SentimentLabel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        Feedback feedback = scored.feedback();
        SourcePosition source = scored.recorded().source();
        Response response = response(scored);
        // What awaits its score comes once more.
        unmeasuredRatings.inc(scored.awaitsScore() ? 0 : settings.unmeasuredRatings(response));
        long occurredAt = feedback.occurredAt().toEpochMilli();
        return new ContributionState(
                TopicKey.of(feedback),
                feedback.channel(),
                feedback.revision(),
                occurredAt,
                // Nothing counts before it was said, whatever a faulty source claims.
                Math.max(occurredAt, scored.knownAt().toEpochMilli()),
                TalliesFormat.write(settings.tally(response)),
                segments.of(feedback).stream().map(Segment::key).toList(),
                source.topic(),
                source.partition(),
                source.offset(),
                source.row(),
                scored.awaitsScore());
    }

    /** No sentiment for texts in a language that no scorer knows. */
    private static Response response(ScoredFeedback scored) {
        Sentiment sentiment = scored.sentiment();
        return new Response(
                ratings(scored.feedback()),
                sentiment == null || !sentiment.isScored()
                        ? null
                        : new TextSentiment(sentiment.label(), sentiment.score()),
                aspects(scored),
                scored.feedback().customerIdentity(),
                facts(scored.feedback()));
    }

    /** What is asked as a question of its own counts as such. */
    private static List<Rating> ratings(Feedback feedback) {
        List<Rating> ratings = new ArrayList<>(feedback.ratings());
        Response.ratings(feedback.dimensions()).stream()
                .filter(rating -> feedback.ratings().stream()
                        .noneMatch(asked -> asked.question().equals(rating.question())))
                .forEach(ratings::add);
        return ratings;
    }

    private static Map<String, String> facts(Feedback feedback) {
        Map<String, String> facts = new HashMap<>(feedback.attributes());
        facts.put("channel", feedback.channel());
        putUnlessNull(facts, "language", feedback.language());
        putUnlessNull(facts, "kind", feedback.kind());
        putUnlessNull(facts, "grade", feedback.grade());
        return facts;
    }

    private static void putUnlessNull(Map<String, String> facts, String name, @Nullable String value) {
        if (value != null) {
            facts.put(name, value);
        }
    }

    private static Map<String, TextSentiment> aspects(ScoredFeedback scored) {
        Map<String, TextSentiment> aspects = new HashMap<>();
        for (Aspect aspect : scored.aspects()) {
            if (aspect.label() != SentimentLabel.NOT_SCORED) {
                aspects.put(aspect.name(), new TextSentiment(aspect.label(), aspect.score()));
            }
        }
        return aspects;
    }
}
