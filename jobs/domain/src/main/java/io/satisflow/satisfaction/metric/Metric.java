package io.satisflow.satisfaction.metric;

import io.satisflow.satisfaction.answer.Recovery;
import io.satisflow.satisfaction.answer.Response;
import io.satisflow.satisfaction.outcome.Finding;
import io.satisflow.satisfaction.outcome.OutcomeRule;
import io.satisflow.satisfaction.tally.Tallies;
import io.satisflow.sla.Milestone;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Something that is measured: what an answer adds to its tallies, and what they say. Most metrics keep one tally
 * ({@link PlainMetric}); one that is made of parts keeps one for each.
 */
public interface Metric extends Serializable {

    /** The name in rows and settings, such as {@code csat} or {@code csat.stars}. */
    String name();

    Better better();

    /** What it asks customers; empty when it is taken from elsewhere. */
    default List<Question> asked() {
        return List.of();
    }

    /** The names of its tallies; no other metric's tallies are called so. */
    Set<String> tallyNames();

    /** What a response adds; nothing when it does not answer this. */
    Tallies tallies(Response response);

    /** What a milestone of a ticket that stands adds; nothing when this is not about it. */
    default Tallies tallies(Milestone milestone) {
        return Tallies.NOTHING;
    }

    /** What the change of a customer's mood over a ticket adds; nothing when this is not about it. */
    default Tallies tallies(Recovery recovery) {
        return Tallies.NOTHING;
    }

    /** What it asks of tickets and customers; empty for a metric of something else. */
    default Optional<OutcomeRule> outcome() {
        return Optional.empty();
    }

    /** What its rule's ruling adds. */
    default Tallies tallies(Finding.Ruling ruling) {
        return Tallies.NOTHING;
    }

    /**
     * What tallies say, by name: the metric's own, and for some the parts it is made of.
     *
     * @param tallies of all metrics; those of this one may hold no answers: the scores are there all the same, without data
     * @param at by what is valid then, such as weights
     */
    Map<String, Score> scores(Tallies tallies, Instant at);

    /**
     * What the parts of the metric add to its change, by name; nothing for a metric that has no parts.
     *
     * @param before the tallies of the window before
     */
    default Map<String, Score> contributions(Tallies tallies, Tallies before, Instant at) {
        return Map.of();
    }

    /** The parts of the tallies that mean something for this metric, by name; they may be added up over panes. */
    Map<String, Double> sums(Tallies tallies);
}
