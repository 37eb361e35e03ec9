package io.satisflow.satisfaction.metric;

import io.satisflow.satisfaction.answer.Response;
import io.satisflow.satisfaction.tally.Tally;
import java.util.Map;

/** How much feedback there is. A count of all of it has no interval. */
public record Volume(String name) implements PlainMetric {

    @Override
    public Better better() {
        return Better.NEITHER;
    }

    @Override
    public Tally tally(Response response) {
        return Tally.one();
    }

    @Override
    public Map<String, Score> scores(Tally tally) {
        return Map.of(name, tally.n() == 0 ? Score.NO_DATA : Score.exactly(tally.n(), tally.n()));
    }

    @Override
    public Map<String, Double> sums(Tally tally) {
        return Map.of(name + ".n", (double) tally.n());
    }
}
