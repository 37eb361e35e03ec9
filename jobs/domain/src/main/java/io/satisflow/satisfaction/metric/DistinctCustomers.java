package io.satisflow.satisfaction.metric;

import io.satisflow.satisfaction.answer.Response;
import io.satisflow.satisfaction.interval.Interval;
import io.satisflow.satisfaction.tally.Sketch;
import io.satisflow.satisfaction.tally.Tally;
import java.util.Map;

/**
 * How many customers said something, each counted once however often they did. It is estimated from a {@link Sketch}, the same for
 * the same customers on every machine; the interval is that of the sketch. n is how many pieces of feedback name a customer.
 */
public record DistinctCustomers(String name) implements PlainMetric {

    @Override
    public Better better() {
        return Better.NEITHER;
    }

    @Override
    public Tally tally(Response response) {
        return response.customer() == null ? Tally.NOTHING : Tally.one().with(Sketch.of(response.customer()));
    }

    @Override
    public Map<String, Score> scores(Tally tally) {
        if (tally.n() == 0) {
            return Map.of(name, Score.NO_DATA);
        }
        double estimate = Math.min(tally.n(), Sketch.distinct(tally.histogram()));
        double reach = estimate * Sketch.REACH;
        return Map.of(
                name,
                Score.within(
                        estimate,
                        tally.n(),
                        new Interval(Math.max(1, estimate - reach), Math.min(tally.n(), estimate + reach))));
    }

    /** Distinct customers of panes cannot be added up; only how much they said can. */
    @Override
    public Map<String, Double> sums(Tally tally) {
        return Map.of(name + ".n", (double) tally.n());
    }
}
