package io.satisflow.satisfaction.metric;

import io.satisflow.satisfaction.answer.Response;
import io.satisflow.sla.Milestone;
import java.io.Serializable;
import java.util.Map;
import java.util.Optional;

/** Something that is measured: what an answer adds to its tally, and what a tally says. */
public sealed interface Metric extends Serializable
        permits SatisfactionRate,
                SatisfactionScore,
                NetPromoterScore,
                CustomerEffort,
                CustomerSentiment,
                Agreement,
                Volume,
                ClockMetric {

    /** The name in rows and settings, such as {@code csat} or {@code csat.stars}. */
    String name();

    Better better();

    /** What it asks customers; empty when it is taken from elsewhere. */
    default Optional<Question> asked() {
        return Optional.empty();
    }

    /** What a response adds; nothing when it does not answer this. */
    Tally tally(Response response);

    /** What a milestone of a ticket that stands adds; nothing when this is not about it. */
    default Tally tally(Milestone milestone) {
        return Tally.NOTHING;
    }

    /**
     * What a tally says, by name: the metric's own, and for some the parts it is made of.
     *
     * @param tally may hold no answers; the scores are there all the same, without data
     */
    Map<String, Score> scores(Tally tally);

    /** The parts of the tally that mean something for this metric, by name; they may be added up over panes. */
    Map<String, Double> sums(Tally tally);
}
