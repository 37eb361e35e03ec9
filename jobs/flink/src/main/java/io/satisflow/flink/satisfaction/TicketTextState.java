package io.satisflow.flink.satisfaction;

import io.satisflow.satisfaction.answer.TextSentiment;
import io.satisflow.satisfaction.answer.TicketText;
import io.satisflow.sentiment.SentimentLabel;
import java.util.Comparator;
import java.util.List;

/**
 * What a text says of its ticket's customer, on its way and in state. Times are epoch milliseconds.
 *
 * @param ticket channel and id
 * @param feedback its key
 * @param label by its wire name
 * @param segments keys of those that the feedback belongs to
 */
public record TicketTextState(
        String ticket,
        String channel,
        String feedback,
        long revision,
        long occurredAt,
        long knownAt,
        String label,
        double score,
        List<String> segments) {

    /** The order in which texts are used (rule T4). */
    static final Comparator<TicketTextState> ORDER = Comparator.comparingLong(TicketTextState::knownAt)
            .thenComparingLong(TicketTextState::occurredAt)
            .thenComparing(TicketTextState::feedback)
            .thenComparingLong(TicketTextState::revision);

    /** Tolerates null, which a field that was added after a savepoint is restored as. */
    public TicketTextState {
        ticket = ticket == null ? "" : ticket;
        channel = channel == null ? "" : channel;
        feedback = feedback == null ? "" : feedback;
        label = label == null ? "" : label;
        segments = segments == null ? List.of() : segments;
    }

    TicketText toDomain() {
        return new TicketText(
                feedback,
                revision,
                occurredAt,
                new TextSentiment(SentimentLabel.ofWireName(label).orElse(SentimentLabel.NEUTRAL), score));
    }
}
