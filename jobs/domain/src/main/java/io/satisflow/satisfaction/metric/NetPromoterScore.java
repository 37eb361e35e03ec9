package io.satisflow.satisfaction.metric;

import io.satisflow.satisfaction.answer.Response;
import io.satisflow.satisfaction.interval.Interval;
import io.satisflow.satisfaction.tally.Tally;
import java.util.List;
import java.util.Map;

/**
 * NPS: percent promoters (9 and 10) minus percent detractors (0 to 6) of a recommendation question from 0 to 10, so -100
 * to 100. Its interval is that of the difference of two shares of the same answers.
 */
public record NetPromoterScore(String name, Question question) implements PlainMetric {
    private static final double PROMOTER = 9;
    private static final double DETRACTOR = 6;
    private static final int PERCENT = 100;

    /** @throws IllegalArgumentException when the question is not asked from 0 to 10 */
    public NetPromoterScore {
        if (question.min() != 0 || question.max() != 10) {
            throw new IllegalArgumentException("nps is asked on the scale [0, 10], but this is [%s, %s]"
                    .formatted(question.min(), question.max()));
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
        return question.tally(
                response, answer -> Tally.one().favourable(answer >= PROMOTER).unfavourable(answer <= DETRACTOR));
    }

    @Override
    public Map<String, Score> scores(Tally tally) {
        return Map.of(name, netShare(tally));
    }

    /** Percent favourable minus percent unfavourable. */
    static Score netShare(Tally tally) {
        if (tally.n() == 0) {
            return Score.NO_DATA;
        }
        double net = (double) (tally.favourable() - tally.unfavourable()) * PERCENT / tally.n();
        Interval interval = Interval.ofNetShare(tally.favourable(), tally.unfavourable(), tally.n());
        return Score.within(net, tally.n(), interval.scaled(0, PERCENT));
    }

    @Override
    public Map<String, Double> sums(Tally tally) {
        return Map.of(
                name + ".n", (double) tally.n(),
                name + ".promoters", (double) tally.favourable(),
                name + ".detractors", (double) tally.unfavourable());
    }
}
