package io.satisflow.satisfaction.metric;

import io.satisflow.satisfaction.answer.Response;
import io.satisflow.satisfaction.tally.Tallies;
import io.satisflow.satisfaction.tally.Tally;
import io.satisflow.sla.Milestone;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** A metric that keeps one tally, under its own name. */
public interface PlainMetric extends Metric {

    /** What a response adds; nothing when it does not answer this. */
    Tally tally(Response response);

    /** What a milestone of a ticket that stands adds; nothing when this is not about it. */
    default Tally tally(Milestone milestone) {
        return Tally.NOTHING;
    }

    /** What a tally says, by name. */
    Map<String, Score> scores(Tally tally);

    /** The parts of the tally that mean something for this metric, by name. */
    Map<String, Double> sums(Tally tally);

    @Override
    default Set<String> tallyNames() {
        return Set.of(name());
    }

    @Override
    default Tallies tallies(Response response) {
        return Tallies.of(name(), tally(response));
    }

    @Override
    default Tallies tallies(Milestone milestone) {
        return Tallies.of(name(), tally(milestone));
    }

    @Override
    default Map<String, Score> scores(Tallies tallies, Instant at) {
        return scores(tallies.of(name()));
    }

    @Override
    default Map<String, Double> sums(Tallies tallies) {
        return sums(tallies.of(name()));
    }
}
