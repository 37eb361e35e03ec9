package io.satisflow.satisfaction.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.satisflow.feedback.Rating;
import io.satisflow.satisfaction.answer.Response;
import io.satisflow.satisfaction.answer.TextSentiment;
import io.satisflow.satisfaction.tally.Tally;
import io.satisflow.sentiment.SentimentLabel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Do texts say what the ratings beside them say? */
class AgreementTest {
    private static final Agreement STARS = new Agreement("agreement", new Question("stars", 1, 5), Better.HIGHER);

    @Test
    void five_stars_and_a_negative_text_are_opposed_and_four_with_a_neutral_one_are_not() {
        Tally tally = answer(5, SentimentLabel.NEGATIVE)
                .plus(answer(4, SentimentLabel.NEUTRAL))
                .plus(answer(1, SentimentLabel.NEGATIVE))
                .plus(answer(3, SentimentLabel.NEUTRAL));

        assertThat(score(tally, "agreement")).isCloseTo(50, within(1e-9));
        assertThat(score(tally, "agreement.opposed")).isCloseTo(25, within(1e-9));
        assertThat(STARS.scores(tally).get("agreement")).satisfies(share -> {
            assertThat(share.n()).isEqualTo(4);
            assertThat(share.low()).isBetween(15.0, 15.1);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "1,5, 1 2, 3, 4 5",
        "0,10, 0 1 2 3, 4 5 6, 7 8 9 10",
        "1,7, 1 2, 3 4 5, 6 7",
        "1,10, 1 2 3, 4 5 6 7, 8 9 10",
        "0,1, 0, 0.5, 1"
    })
    void a_rating_stands_for_the_third_of_its_scale_that_it_lies_in(
            double min, double max, String negative, String neutral, String positive) {
        Agreement metric = new Agreement("agreement", new Question("q", min, max), Better.HIGHER);
        assertAgreed(metric, negative, SentimentLabel.NEGATIVE);
        assertAgreed(metric, neutral, SentimentLabel.NEUTRAL);
        assertAgreed(metric, positive, SentimentLabel.POSITIVE);
    }

    @Test
    void where_lower_is_better_a_high_answer_is_negative() {
        Agreement effort = new Agreement("agreement.ces", new Question("ces", 1, 7), Better.LOWER);

        assertAgreed(effort, "6 7", SentimentLabel.NEGATIVE);
        assertAgreed(effort, "1 2", SentimentLabel.POSITIVE);
    }

    @Test
    void feedback_with_only_one_of_the_two_counts_nowhere() {
        Response ratingOnly = new Response(List.of(new Rating("stars", 5, 1, 5)), null);
        Response textOnly = new Response(List.of(), new TextSentiment(SentimentLabel.POSITIVE, 0.9));
        Response otherScale =
                new Response(List.of(new Rating("stars", 5, 1, 10)), new TextSentiment(SentimentLabel.POSITIVE, 0.9));

        assertThat(List.of(ratingOnly, textOnly, otherScale))
                .allSatisfy(response -> assertThat(STARS.tally(response)).isEqualTo(Tally.NOTHING));
        assertThat(STARS.scores(Tally.NOTHING))
                .allSatisfy((name, score) -> assertThat(score).isEqualTo(Score.NO_DATA));
    }

    /** Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), binary data of two observers. */
    @Test
    void alpha_is_krippendorffs() {
        int[] meg = {0, 1, 0, 0, 0, 0, 0, 0, 1, 0};
        int[] owen = {1, 1, 1, 0, 0, 1, 0, 0, 0, 0};
        Tally tally = Tally.NOTHING;
        for (int i = 0; i < meg.length; i++) {
            tally = tally.plus(
                    answer(meg[i] == 1 ? 5 : 3, owen[i] == 1 ? SentimentLabel.POSITIVE : SentimentLabel.NEUTRAL));
        }

        assertThat(score(tally, "agreement.alpha")).isCloseTo(0.095, within(5e-4));
    }

    @Test
    void where_all_say_the_same_alpha_cannot_be_told() {
        Tally tally = answer(5, SentimentLabel.POSITIVE).plus(answer(5, SentimentLabel.POSITIVE));

        assertThat(score(tally, "agreement")).isEqualTo(100);
        assertThat(STARS.scores(tally).get("agreement.alpha")).isEqualTo(Score.NO_DATA);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void alpha_is_what_comparing_every_value_with_every_other_gives(int seed) {
        Random random = new Random(seed);
        List<int[]> pairs = new ArrayList<>();
        Tally tally = Tally.NOTHING;
        for (int i = 0; i < 60; i++) {
            int rating = random.nextInt(3) - 1;
            int text = random.nextInt(3) == 0 ? random.nextInt(3) - 1 : rating;
            pairs.add(new int[] {rating, text});
            tally = tally.plus(answer(3 + 2 * rating, SentimentLabel.values()[text + 1]));
        }

        assertThat(score(tally, "agreement.alpha")).isCloseTo(naiveAlpha(pairs), within(1e-9));
        assertThat(tally.minus(tally)).isEqualTo(Tally.NOTHING);
    }

    private static double naiveAlpha(List<int[]> pairs) {
        double observed = pairs.stream()
                .mapToDouble(pair -> Math.pow(pair[0] - pair[1], 2))
                .average()
                .orElseThrow();
        int[] values = pairs.stream().flatMapToInt(Arrays::stream).toArray();
        double ofChance = 0;
        for (int one : values) {
            for (int other : values) {
                ofChance += Math.pow(one - other, 2);
            }
        }
        return 1 - observed / (ofChance / values.length / (values.length - 1));
    }

    private static void assertAgreed(Agreement metric, String answers, SentimentLabel polarity) {
        for (String answer : answers.split(" ")) {
            Question question = metric.question();
            Rating rating = new Rating(question.name(), Double.parseDouble(answer), question.min(), question.max());
            Tally tally = metric.tally(new Response(List.of(rating), new TextSentiment(polarity, 0)));
            assertThat(tally.favourable()).as("%s is %s", answer, polarity).isEqualTo(1);
        }
    }

    private static Tally answer(double stars, SentimentLabel text) {
        return STARS.tally(new Response(List.of(new Rating("stars", stars, 1, 5)), new TextSentiment(text, 0)));
    }

    private static double score(Tally tally, String name) {
        return Objects.requireNonNull(
                Objects.requireNonNull(STARS.scores(tally).get(name)).value());
    }
}
