package io.satisflow.flink.satisfaction;

import io.satisflow.feedback.Feedback;
import io.satisflow.flink.io.TopicKey;
import io.satisflow.flink.satisfaction.tally.TalliesFormat;
import io.satisflow.ledger.ScoredFeedback;
import io.satisflow.ledger.SourcePosition;
import io.satisflow.satisfaction.SatisfactionSettings;
import io.satisflow.satisfaction.answer.Response;
import io.satisflow.segment.Segment;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.metrics.Counter;

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
        Response response = Response.of(scored);
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
}
