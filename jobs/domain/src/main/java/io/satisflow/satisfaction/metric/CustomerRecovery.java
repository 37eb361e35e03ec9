package io.satisflow.satisfaction.metric;

import io.satisflow.satisfaction.answer.Recovery;
import io.satisflow.satisfaction.answer.Response;
import io.satisflow.satisfaction.tally.Tally;
import java.util.Map;

/**
 * How customers' moods change while their tickets are worked on: the mean of the last text's score less the first's, -2 to 2, under
 * the metric's own name, and {@code .recovered}, percent of the tickets that began with a negative text whose last one is not
 * negative. A ticket counts when its customer has written twice, for the time of the last text.
 *
 * @param ticket the dimension whose value texts of one ticket share
 */
public record CustomerRecovery(String name, String ticket) implements PlainMetric {
    private static final double WIDEST = 2;

    @Override
    public Better better() {
        return Better.HIGHER;
    }

    @Override
    public Tally tally(Response response) {
        return Tally.NOTHING;
    }

    @Override
    public Tally tally(Recovery recovery) {
        return Tally.ofValue(recovery.change())
                .favourable(recovery.beganNegative() && !recovery.endsNegative())
                .unfavourable(recovery.beganNegative() && recovery.endsNegative());
    }

    @Override
    public Map<String, Score> scores(Tally tally) {
        return Map.of(
                name,
                MeanOfAnswers.of(tally, -WIDEST, WIDEST),
                name + ".recovered",
                SatisfactionRate.share(tally.favourable(), tally.favourable() + tally.unfavourable()));
    }

    @Override
    public Map<String, Double> sums(Tally tally) {
        return Map.of(
                name + ".n",
                (double) tally.n(),
                name + ".sum",
                tally.total(),
                name + ".squares",
                tally.totalOfSquares(),
                name + ".began_negative",
                (double) tally.favourable() + tally.unfavourable(),
                name + ".recovered",
                (double) tally.favourable());
    }
}
