package io.satisflow.satisfaction.metric;

import io.satisflow.satisfaction.answer.Response;
import io.satisflow.satisfaction.answer.TextSentiment;
import io.satisflow.satisfaction.tally.Tally;
import io.satisflow.sentiment.SentimentLabel;
import java.util.List;
import java.util.Map;

/**
 * Whether customers' texts say what their ratings say: of feedback that carries both, the percent in which the text's label
 * is that of the rating, under the metric's own name. A rating in the lower third of its scale is negative, one in the upper
 * third positive, and one between them or on their bounds neutral. Beside it {@code .opposed}, the percent in which one is
 * positive and the other negative, and {@code .alpha}, Krippendorff's alpha for ordered values (-1, 0, 1): 1 when they always
 * agree, 0 when they agree as often as chance would have it, which on a channel where nearly all are content is most of the
 * time. It falls when the model no longer fits the texts.
 *
 * @param better which end of the scale is good
 */
public record Agreement(String name, Question question, Better better) implements PlainMetric {

    @Override
    public List<Question> asked() {
        return List.of(question);
    }

    @Override
    public Tally tally(Response response) {
        TextSentiment text = response.sentiment();
        return text == null
                ? Tally.NOTHING
                : question.tally(response, answer -> pair(polarityOf(answer), text.label()));
    }

    private SentimentLabel polarityOf(double answer) {
        double third = (question.max() - question.min()) / 3;
        boolean low = answer < question.min() + third;
        boolean high = answer > question.max() - third;
        if (low == high) {
            return SentimentLabel.NEUTRAL;
        }
        return high == (better == Better.HIGHER) ? SentimentLabel.POSITIVE : SentimentLabel.NEGATIVE;
    }

    /** Of the two values, sums and squares go into one: to alpha it is the same who said which. */
    private static Tally pair(SentimentLabel rating, SentimentLabel text) {
        Tally both = Tally.ofValue(valueOf(rating)).plus(Tally.ofValue(valueOf(text)));
        return new Tally(1, both.sum(), both.squares(), 0, 0)
                .favourable(rating == text)
                .unfavourable(valueOf(rating) * valueOf(text) < 0);
    }

    private static int valueOf(SentimentLabel polarity) {
        return switch (polarity) {
            case NEGATIVE -> -1;
            case NEUTRAL -> 0;
            case POSITIVE -> 1;
            case NOT_SCORED -> throw new IllegalArgumentException("What is not scored has no value");
        };
    }

    @Override
    public Map<String, Score> scores(Tally tally) {
        return Map.of(
                name,
                SatisfactionRate.share(tally.favourable(), tally.n()),
                name + ".opposed",
                SatisfactionRate.share(tally.unfavourable(), tally.n()),
                name + ".alpha",
                alpha(tally));
    }

    /** Krippendorff (2011), with two observers: 1 less the ratio of the observed disagreement to that of chance. */
    private static Score alpha(Tally tally) {
        double values = 2.0 * tally.n();
        double ofChance = 2 * (tally.totalOfSquares() - tally.total() * tally.total() / values) / (values - 1);
        if (tally.n() == 0 || ofChance <= 0) {
            // Where all say the same there is nothing that they could disagree on.
            return Score.NO_DATA;
        }
        long halfWay = tally.n() - tally.favourable() - tally.unfavourable();
        double observed = (halfWay + 4.0 * tally.unfavourable()) / tally.n();
        return Score.exactly(1 - observed / ofChance, tally.n());
    }

    @Override
    public Map<String, Double> sums(Tally tally) {
        return Map.of(
                name + ".n", (double) tally.n(),
                name + ".agreed", (double) tally.favourable(),
                name + ".opposed", (double) tally.unfavourable(),
                name + ".sum", tally.total(),
                name + ".squares", tally.totalOfSquares());
    }
}
