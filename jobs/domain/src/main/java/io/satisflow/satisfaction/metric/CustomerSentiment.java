package io.satisflow.satisfaction.metric;

import io.satisflow.satisfaction.answer.Response;
import io.satisflow.satisfaction.answer.TextSentiment;
import io.satisflow.satisfaction.tally.Tally;
import io.satisflow.sentiment.SentimentLabel;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What customers' texts say: the mean score from -1 to 1 under the metric's own name, and beside it the shares of
 * {@code .positive}, {@code .neutral} and {@code .negative} texts in percent and their {@code .net}, -100 to 100.
 *
 * @param aspect what the texts must speak of, as {@code price}: only what they say of it counts; null for all that they say
 */
public record CustomerSentiment(String name, @Nullable String aspect) implements PlainMetric {

    /** Of whole texts. */
    public CustomerSentiment(String name) {
        this(name, null);
    }

    public static CustomerSentiment ofAspect(String name, String aspect) {
        return new CustomerSentiment(name, aspect);
    }

    @Override
    public Better better() {
        return Better.HIGHER;
    }

    @Override
    public Tally tally(Response response) {
        TextSentiment text =
                aspect == null ? response.sentiment() : response.aspects().get(aspect);
        if (text == null) {
            return Tally.NOTHING;
        }
        return Tally.ofValue(text.score())
                .favourable(text.label() == SentimentLabel.POSITIVE)
                .unfavourable(text.label() == SentimentLabel.NEGATIVE);
    }

    @Override
    public Map<String, Score> scores(Tally tally) {
        return Map.of(
                name,
                MeanOfAnswers.of(tally, -1, 1),
                name + ".positive",
                SatisfactionRate.share(tally.favourable(), tally.n()),
                name + ".neutral",
                SatisfactionRate.share(neutral(tally), tally.n()),
                name + ".negative",
                SatisfactionRate.share(tally.unfavourable(), tally.n()),
                name + ".net",
                NetPromoterScore.netShare(tally));
    }

    @Override
    public Map<String, Double> sums(Tally tally) {
        Map<String, Double> sums = new TreeMap<>(MeanOfAnswers.sums(name, tally));
        sums.put(name + ".positive", (double) tally.favourable());
        sums.put(name + ".neutral", (double) neutral(tally));
        sums.put(name + ".negative", (double) tally.unfavourable());
        return sums;
    }

    private static long neutral(Tally tally) {
        return tally.n() - tally.favourable() - tally.unfavourable();
    }
}
