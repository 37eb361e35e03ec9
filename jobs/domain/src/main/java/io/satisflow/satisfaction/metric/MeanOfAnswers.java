package io.satisflow.satisfaction.metric;

import io.satisflow.satisfaction.interval.Interval;
import io.satisflow.satisfaction.tally.Tally;
import java.util.Map;

/**
 * The mean of the values in a tally, with Student's interval from two answers on. Where all of them are the same, what others may
 * think is bounded by the scale; without a scale there is no interval.
 */
public final class MeanOfAnswers {
    private MeanOfAnswers() {}

    /**
     * On the scale of the answers, which no interval leaves.
     *
     * @param max infinite where the values have no upper end
     */
    public static Score of(Tally tally, double min, double max) {
        if (tally.n() == 0) {
            return Score.NO_DATA;
        }
        if (tally.n() == 1) {
            return Score.exactly(tally.mean(), 1);
        }
        if (tally.isUnanimous()) {
            return Double.isInfinite(max)
                    ? Score.exactly(tally.mean(), tally.n())
                    : Score.within(tally.mean(), tally.n(), Interval.ofUnanimous(tally.mean(), tally.n(), min, max));
        }
        return Score.within(tally.mean(), tally.n(), Interval.ofMean(tally).within(min, max));
    }

    /** On 0 to 100, whatever the scale was. */
    static Score outOfHundred(Tally tally, Question question) {
        return of(tally, question.min(), question.max())
                .scaled(-question.min(), 100 / (question.max() - question.min()));
    }

    public static Map<String, Double> sums(String metric, Tally tally) {
        return Map.of(
                metric + ".n", (double) tally.n(),
                metric + ".sum", tally.total(),
                metric + ".squares", tally.totalOfSquares());
    }
}
