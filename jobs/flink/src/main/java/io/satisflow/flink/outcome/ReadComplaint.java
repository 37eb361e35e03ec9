package io.satisflow.flink.outcome;

import io.satisflow.feedback.Feedback;
import io.satisflow.flink.io.TopicKey;
import io.satisflow.ledger.ScoredFeedback;
import io.satisflow.satisfaction.outcome.CustomerCase;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;

/** Takes from feedback the complaints of known customers that name no ticket: those in tickets are the ticket's. */
final class ReadComplaint implements FlatMapFunction<ScoredFeedback, CaseNews> {
    private static final String COMPLAINT = "complaint";

    private final OutcomeRules rules;

    ReadComplaint(OutcomeRules rules) {
        this.rules = rules;
    }

    @Override
    public void flatMap(ScoredFeedback scored, Collector<CaseNews> out) {
        Feedback feedback = scored.feedback();
        String customer = feedback.customerIdentity();
        boolean isComplaint =
                COMPLAINT.equals(feedback.kind()) && !feedback.attributes().containsKey("ticket");
        if (!rules.isAboutCustomers() || customer == null || !isComplaint) {
            return;
        }
        Map<String, String> facts = new TreeMap<>(feedback.attributes());
        facts.put("kind", COMPLAINT);
        facts.put("channel", feedback.channel());
        if (feedback.language() != null) {
            facts.put("language", feedback.language());
        }
        out.collect(new CaseNews(
                customer,
                Math.max(scored.knownAt().toEpochMilli(), feedback.occurredAt().toEpochMilli()),
                CustomerCase.said(TopicKey.of(feedback), feedback.occurredAt(), facts),
                false));
    }
}
