package io.satisflow.flink.outcome;

import io.satisflow.feedback.Feedback;
import io.satisflow.ledger.ScoredFeedback;
import io.satisflow.satisfaction.outcome.CustomerCase;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;

/** Takes from feedback the complaints of known customers that name no ticket: those in tickets are the ticket's. */
final class ReadComplaint implements FlatMapFunction<ScoredFeedback, CaseNews> {
    private final OutcomeRules rules;

    ReadComplaint(OutcomeRules rules) {
        this.rules = rules;
    }

    @Override
    public void flatMap(ScoredFeedback scored, Collector<CaseNews> out) {
        Feedback feedback = scored.feedback();
        String customer = feedback.customerIdentity();
        if (!rules.isAboutCustomers() || customer == null) {
            return;
        }
        long known =
                Math.max(scored.knownAt().toEpochMilli(), feedback.occurredAt().toEpochMilli());
        CustomerCase.said(feedback).ifPresent(said -> out.collect(new CaseNews(customer, known, said, false)));
    }
}
