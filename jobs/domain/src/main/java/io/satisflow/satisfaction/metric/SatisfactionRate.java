package io.satisflow.satisfaction.metric;

import io.satisflow.satisfaction.answer.Response;
import io.satisflow.satisfaction.interval.Interval;
import io.satisflow.satisfaction.tally.Tally;
import java.util.List;
import java.util.Map;

/**
 * CSAT as the share of answers in the top boxes, in percent, with Wilson's interval.
 *
 * @param top the lowest answer that counts as satisfied: 4 on 1 to 5, 9 on 1 to 10
 */
public record SatisfactionRate(String name, Question question, double top) implements PlainMetric {
    private static final int PERCENT = 100;

    /** @throws IllegalArgumentException when no answer, or every answer, would count as satisfied */
    public SatisfactionRate {
        if (top <= question.min() || top > question.max()) {
            throw new IllegalArgumentException("the top boxes must begin above %s and not above %s, but begin at %s"
                    .formatted(question.min(), question.max(), top));
        }
    }

    @Override
    public Better better() {
        return Better.HIGHER;
    }

    @Override
    public List<Question> asked() {
        return List.of(question);
    }

    @Override
    public Tally tally(Response response) {
        return question.tally(response, answer -> Tally.one().favourable(answer >= top));
    }

    @Override
    public Map<String, Score> scores(Tally tally) {
        return Map.of(name, share(tally.favourable(), tally.n()));
    }

    /** In percent. */
    static Score share(long hits, long n) {
        if (n == 0) {
            return Score.NO_DATA;
        }
        return Score.within(
                (double) hits * PERCENT / n, n, Interval.ofShare(hits, n).scaled(0, PERCENT));
    }

    @Override
    public Map<String, Double> sums(Tally tally) {
        return Map.of(name + ".n", (double) tally.n(), name + ".top", (double) tally.favourable());
    }
}
