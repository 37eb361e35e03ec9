package io.satisflow.flink.satisfaction;

import io.satisflow.feedback.Feedback;
import io.satisflow.flink.io.TopicKey;
import io.satisflow.ledger.ScoredFeedback;
import io.satisflow.satisfaction.SatisfactionSettings;
import io.satisflow.segment.Segment;
import io.satisflow.sentiment.Sentiment;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/** Takes from feedback the texts that name their ticket, as far as they are scored. None when no metric asks for them. */
final class ReadTicketText implements FlatMapFunction<ScoredFeedback, TicketTextState> {
    private final @Nullable String dimension;
    private final FeedbackSegments segments;

    ReadTicketText(SatisfactionSettings settings) {
        this.dimension = settings.ticketDimension().orElse(null);
        this.segments = new FeedbackSegments(settings.groupings());
    }

    @Override
    public void flatMap(ScoredFeedback scored, Collector<TicketTextState> out) {
        Feedback feedback = scored.feedback();
        Sentiment sentiment = scored.sentiment();
        String ticket = dimension == null ? null : FeedbackSegments.fact(feedback, dimension);
        if (ticket == null || sentiment == null || !sentiment.isScored()) {
            return;
        }
        long occurredAt = feedback.occurredAt().toEpochMilli();
        out.collect(new TicketTextState(
                feedback.channel() + "/" + ticket,
                feedback.channel(),
                TopicKey.of(feedback),
                feedback.revision(),
                occurredAt,
                Math.max(occurredAt, scored.knownAt().toEpochMilli()),
                sentiment.label().wireName(),
                sentiment.score(),
                segments.of(feedback).stream().map(Segment::key).toList()));
    }
}
