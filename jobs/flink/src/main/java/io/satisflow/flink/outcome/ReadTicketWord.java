package io.satisflow.flink.outcome;

import io.satisflow.feedback.Feedback;
import io.satisflow.flink.io.TopicKey;
import io.satisflow.ledger.ScoredFeedback;
import io.satisflow.satisfaction.outcome.TicketCourse;
import io.satisflow.ticket.TicketEvent;
import io.satisflow.ticket.TicketEventType;
import java.time.Instant;
import java.util.Map;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;

/** Takes from feedback that names its ticket whose ticket it is, and whether the customer rated it. */
final class ReadTicketWord implements FlatMapFunction<ScoredFeedback, TicketEvent> {
    private static final String TICKET = "ticket";

    private final OutcomeRules rules;

    ReadTicketWord(OutcomeRules rules) {
        this.rules = rules;
    }

    @Override
    public void flatMap(ScoredFeedback scored, Collector<TicketEvent> out) {
        Feedback feedback = scored.feedback();
        String ticket = feedback.attributes().get(TICKET);
        if (rules.isEmpty() || ticket == null) {
            return;
        }
        Instant known = scored.knownAt().isBefore(feedback.occurredAt()) ? feedback.occurredAt() : scored.knownAt();
        out.collect(new TicketEvent(
                ticket,
                "/feedback/" + TopicKey.of(feedback),
                feedback.ratings().isEmpty() ? TicketEventType.INTERNAL_NOTE : TicketEventType.SATISFACTION,
                feedback.occurredAt(),
                known,
                Map.of(TicketCourse.VOICE, "true"),
                feedback.customerIdentity()));
    }
}
