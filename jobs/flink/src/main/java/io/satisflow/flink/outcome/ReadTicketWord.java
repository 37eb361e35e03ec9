package io.satisflow.flink.outcome;

import io.satisflow.ledger.ScoredFeedback;
import io.satisflow.satisfaction.outcome.TicketCourse;
import io.satisflow.ticket.TicketEvent;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;

/** Takes from feedback that names its ticket whose ticket it is, and whether the customer rated it. */
final class ReadTicketWord implements FlatMapFunction<ScoredFeedback, TicketEvent> {
    private final OutcomeRules rules;

    ReadTicketWord(OutcomeRules rules) {
        this.rules = rules;
    }

    @Override
    public void flatMap(ScoredFeedback scored, Collector<TicketEvent> out) {
        if (!rules.isEmpty()) {
            TicketCourse.word(scored.feedback(), scored.knownAt()).ifPresent(out::collect);
        }
    }
}
