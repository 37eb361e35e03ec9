package io.satisflow.satisfaction.metric;

import io.satisflow.satisfaction.tally.Tally;
import io.satisflow.sla.Milestone;
import io.satisflow.sla.clock.Clock;
import java.util.Map;

/**
 * The share of a clock's promises that were kept, in percent, with Wilson's interval. One is missed when its time has run
 * out, not only when it is done at last; one that is neither done nor broken does not count yet.
 */
public record Attainment(String name, Clock clock) implements ClockMetric {

    @Override
    public Better better() {
        return Better.HIGHER;
    }

    @Override
    public Tally outcome(Milestone milestone) {
        return switch (milestone.kind()) {
            case BROKEN -> Tally.one().unfavourable(true);
            case DONE -> milestone.inTime() ? Tally.one().favourable(true) : Tally.NOTHING;
        };
    }

    @Override
    public Map<String, Score> scores(Tally tally) {
        return Map.of(name, SatisfactionRate.share(tally.favourable(), tally.n()));
    }

    @Override
    public Map<String, Double> sums(Tally tally) {
        return Map.of(name + ".met", (double) tally.favourable(), name + ".missed", (double) tally.unfavourable());
    }
}
