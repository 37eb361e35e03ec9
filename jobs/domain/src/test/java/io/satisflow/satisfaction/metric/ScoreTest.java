package io.satisflow.satisfaction.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.satisflow.feedback.Rating;
import io.satisflow.satisfaction.answer.Response;
import io.satisflow.satisfaction.answer.TextSentiment;
import io.satisflow.satisfaction.interval.Interval;
import io.satisflow.satisfaction.interval.StudentT;
import io.satisflow.satisfaction.tally.Tallies;
import io.satisflow.satisfaction.tally.Tally;
import io.satisflow.sentiment.SentimentLabel;
import io.satisflow.sla.clock.Clock;
import io.satisflow.sla.clock.TimeBasis;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** What scores are, and how sure. */
class ScoreTest {
    private static final Offset<Double> CLOSE = within(1e-6);
    private static final SatisfactionRate CSAT = new SatisfactionRate("csat", new Question("csat", 1, 5), 4);
    private static final SatisfactionScore CSAT_MEAN = new SatisfactionScore("csat_mean", new Question("csat", 1, 5));
    private static final NetPromoterScore NPS = new NetPromoterScore("nps", new Question("nps", 0, 10));
    private static final CustomerSentiment SENTIMENT = new CustomerSentiment("sentiment");

    @Test
    void csat_is_the_share_of_fours_and_fives() {
        Score score = csat(answers(12, 4), answers(15, 5), answers(20, 3), answers(7, 1));

        assertThat(score.value()).isCloseTo(50, CLOSE);
        assertThat(score.n()).isEqualTo(54);
    }

    @Test
    void csat_counts_satisfied_of_all_who_answered_the_indifferent_too() {
        assertThat(csat(answers(7, 5), answers(1, 3), answers(2, 1)).value()).isCloseTo(70, CLOSE);
    }

    @Test
    void on_ten_points_only_nines_and_tens_are_satisfied() {
        SatisfactionRate ten = new SatisfactionRate("csat.10", new Question("csat", 1, 10), 9);

        Tally tally = tally(ten, "csat", 1, 10, answers(3, 9), answers(2, 10), answers(5, 8));

        assertThat(score(ten, tally).value()).isCloseTo(50, CLOSE);
    }

    @Test
    void a_share_lies_at_wilsons_bounds_as_far_off_as_chance_reaches() {
        for (Score score : List.of(csat(answers(7, 5), answers(3, 1)), csat(answers(1, 5), answers(999, 2)))) {
            double share = Objects.requireNonNull(score.value()) / 100;
            for (Double bound : List.of(Objects.requireNonNull(score.low()), Objects.requireNonNull(score.high()))) {
                double reach = 1.959963985 * Math.sqrt(bound / 100 * (1 - bound / 100) / score.n());
                assertThat(Math.abs(share - bound / 100)).isCloseTo(reach, CLOSE);
            }
        }
    }

    @Test
    void even_a_unanimous_few_are_not_certain() {
        Score score = csat(answers(5, 5));

        assertThat(score.value()).isCloseTo(100, CLOSE);
        assertThat(score.high()).isCloseTo(100, CLOSE);
        assertThat(score.low()).isBetween(56.0, 57.0);
    }

    /** Up to 1.96² / (n + 1.96²) of all may think otherwise without one of them among n (Wilson). */
    @Test
    void no_measure_is_certain_because_all_say_the_same() {
        double ofFive = 3.841458821 / (5 + 3.841458821);
        Score promoters = nps(answers(5, 10));
        Score passives = nps(answers(5, 7));
        Score pleased = score(CSAT_MEAN, tally(CSAT_MEAN, "csat", 1, 5, answers(5, 4)));
        Score sad = score(SENTIMENT, SENTIMENT.tally(sad()).plus(SENTIMENT.tally(sad())));

        assertThat(List.of(promoters, passives, pleased)).allMatch(score -> score.n() == 5);
        assertThat(promoters.low()).isCloseTo(100 - 200 * ofFive, CLOSE);
        assertThat(promoters.high()).isCloseTo(100, CLOSE);
        assertThat(List.of(Objects.requireNonNull(passives.low()), Objects.requireNonNull(passives.high())))
                .satisfiesExactly(
                        low -> assertThat(low).isCloseTo(-100 * ofFive, CLOSE),
                        high -> assertThat(high).isCloseTo(100 * ofFive, CLOSE));
        assertThat(pleased.value()).isCloseTo(75, CLOSE);
        assertThat(pleased.low()).isCloseTo(75 - 75 * ofFive, CLOSE);
        assertThat(pleased.high()).isCloseTo(75 + 25 * ofFive, CLOSE);
        assertThat(sad.low()).isCloseTo(-0.9 - 0.1 * 3.841458821 / 5.841458821, CLOSE);
        assertThat(nps(answers(2, 7)).changeSince(nps(answers(2, 10))))
                .as("two of one mind after two of another are no trend")
                .hasValueSatisfying(noise -> assertThat(0.0).isBetween(noise.low(), noise.high()));
    }

    @Test
    void times_that_are_all_the_same_have_no_interval_since_they_have_no_upper_end() {
        ClockTime time = new ClockTime("first_reply_time", Clock.FIRST_REPLY, TimeBasis.WALL);
        Tally minute = Tally.ofValue(0.06).placedAt(60_000);

        assertThat(Objects.requireNonNull(time.scores(minute.plus(minute)).get("first_reply_time")))
                .isEqualTo(new Score(60.0, 2, null, null));
    }

    @Test
    void the_mean_answer_is_brought_to_a_hundred() {
        // Mean 3.6, standard error sqrt(1.3 / 5), 2.776 of them to either side.
        Score score = score(CSAT_MEAN, tally(CSAT_MEAN, "csat", 1, 5, DoubleStream.of(2, 3, 4, 4, 5)));

        assertThat(score.value()).isCloseTo(65, CLOSE);
        assertThat(score.low()).isCloseTo((2.184289 - 1) * 25, within(1e-3));
        assertThat(score.high()).isCloseTo(100, CLOSE);
    }

    @Test
    void one_answer_has_a_value_but_no_interval() {
        Score score = score(CSAT_MEAN, tally(CSAT_MEAN, "csat", 1, 5, answers(1, 4)));

        assertThat(score).isEqualTo(new Score(75.0, 1, null, null));
    }

    @Test
    void nps_is_promoters_minus_detractors() {
        Score all = nps(IntStream.rangeClosed(0, 10).asDoubleStream());
        Score published = nps(answers(100, 9), answers(30, 7), answers(80, 0));

        assertThat(all.value()).isCloseTo(-45.45454545454545, CLOSE);
        assertThat(published.value()).isCloseTo(9.523809523809524, CLOSE);
        assertThat(published.low()).isCloseTo(-2.9315123, CLOSE);
        assertThat(published.high()).isCloseTo(21.9791313, CLOSE);
    }

    @Test
    void the_interval_of_nps_knows_that_nobody_is_both() {
        Score score = nps(answers(250, 10), answers(75, 3), answers(675, 8));

        assertThat(score.value()).isCloseTo(17.5, CLOSE);
        assertThat(score.low()).isCloseTo(14.1372192, CLOSE);
        assertThat(score.high()).isCloseTo(20.8627808, CLOSE);
    }

    @Test
    void effort_stays_on_its_own_scale_and_says_which_end_is_good() {
        CustomerEffort effort = new CustomerEffort("ces", new Question("ces", 1, 7), Better.LOWER);

        assertThat(score(effort, tally(effort, "ces", 1, 7, DoubleStream.of(2, 4)))
                        .value())
                .isCloseTo(3, CLOSE);
        assertThat(effort.better()).isEqualTo(Better.LOWER);
    }

    @Test
    void sentiment_has_a_mean_shares_and_their_net() {
        Tally tally = Stream.of(
                        new TextSentiment(SentimentLabel.POSITIVE, 0.8),
                        new TextSentiment(SentimentLabel.POSITIVE, 0.6),
                        new TextSentiment(SentimentLabel.NEUTRAL, 0.1),
                        new TextSentiment(SentimentLabel.NEGATIVE, -0.9))
                .map(sentiment -> SENTIMENT.tally(new Response(List.of(), sentiment)))
                .reduce(Tally.NOTHING, Tally::plus);

        assertThat(score(SENTIMENT, tally).value()).isCloseTo(0.15, CLOSE);
        assertThat(score(SENTIMENT, tally).low()).isCloseTo(-1, CLOSE);
        assertThat(part("sentiment.positive", tally)).isCloseTo(50, CLOSE);
        assertThat(part("sentiment.neutral", tally)).isCloseTo(25, CLOSE);
        assertThat(part("sentiment.negative", tally)).isCloseTo(25, CLOSE);
        assertThat(part("sentiment.net", tally)).isCloseTo(25, CLOSE);
    }

    @Test
    void a_change_is_told_with_its_interval_or_as_noise() {
        // Two shares of 56 of 70 and 48 of 80: Newcombe (1998), method 10, prints 0.0524 to 0.3339.
        Score now = csat(answers(56, 5), answers(14, 1));
        Score before = csat(answers(48, 5), answers(32, 1));

        Interval change = now.changeSince(before).orElseThrow();
        assertThat(change.low()).isCloseTo(5.24, within(0.005));
        assertThat(change.high()).isCloseTo(33.39, within(0.005));
        assertThat(csat(answers(5, 5), answers(3, 1)).changeSince(csat(answers(4, 5), answers(4, 1))))
                .hasValueSatisfying(noise -> assertThat(0.0).isBetween(noise.low(), noise.high()));
        assertThat(now.changeSince(Score.NO_DATA)).isEmpty();
    }

    @Test
    void no_data_is_not_zero() {
        for (Metric metric : List.of(CSAT, CSAT_MEAN, NPS, SENTIMENT, new Volume("volume"))) {
            assertThat(metric.scores(Tallies.NOTHING, Instant.EPOCH).values()).allMatch(Score.NO_DATA::equals);
        }
        assertThat(SENTIMENT.tally(new Response(List.of(), null))).isEqualTo(Tally.NOTHING);
    }

    @Test
    void another_scale_is_another_question() {
        Response tenPoint = new Response(List.of(new Rating("csat", 9, 1, 10)), null);
        Response otherQuestion = new Response(List.of(new Rating("stars", 5, 1, 5)), null);

        assertThat(CSAT.tally(tenPoint)).isEqualTo(Tally.NOTHING);
        assertThat(CSAT.tally(otherQuestion)).isEqualTo(Tally.NOTHING);
    }

    @Test
    void what_was_added_can_be_taken_away_to_the_last_digit() {
        Tally some = tally(CSAT_MEAN, "csat", 1, 5, DoubleStream.of(1.1, 2.3, 4.7, 3.3333333));
        Tally more = tally(CSAT_MEAN, "csat", 1, 5, DoubleStream.of(0.1 + 0.2, 1.0 / 3));

        assertThat(some.plus(more).minus(more)).isEqualTo(some);
        assertThat(some.minus(some).isNothing()).isTrue();
    }

    @Test
    void student_is_wider_the_fewer_there_are() {
        // As printed tables have them.
        assertThat(StudentT.quantile(1)).isCloseTo(12.706, within(5e-4));
        assertThat(StudentT.quantile(4)).isCloseTo(2.776, within(5e-4));
        assertThat(StudentT.quantile(10)).isCloseTo(2.228, within(5e-4));
        assertThat(StudentT.quantile(11)).isCloseTo(2.201, within(5e-4));
        assertThat(StudentT.quantile(30)).isCloseTo(2.042, within(5e-4));
        assertThat(StudentT.quantile(120)).isCloseTo(1.980, within(5e-4));
        assertThat(StudentT.quantile(Long.MAX_VALUE)).isCloseTo(1.960, within(5e-4));
    }

    private static Response sad() {
        return new Response(List.of(), new TextSentiment(SentimentLabel.NEGATIVE, -0.9));
    }

    private static double part(String name, Tally tally) {
        return Objects.requireNonNull(
                Objects.requireNonNull(SENTIMENT.scores(tally).get(name)).value());
    }

    private static Score csat(DoubleStream... answers) {
        return score(CSAT, tally(CSAT, "csat", 1, 5, answers));
    }

    private static Score nps(DoubleStream... answers) {
        return score(NPS, tally(NPS, "nps", 0, 10, answers));
    }

    private static Score score(PlainMetric metric, Tally tally) {
        return Objects.requireNonNull(metric.scores(tally).get(metric.name()));
    }

    private static DoubleStream answers(int times, double value) {
        return DoubleStream.generate(() -> value).limit(times);
    }

    private static Tally tally(PlainMetric metric, String question, int min, int max, DoubleStream... answers) {
        return Stream.of(answers)
                .flatMap(DoubleStream::boxed)
                .map(value -> metric.tally(new Response(List.of(new Rating(question, value, min, max)), null)))
                .reduce(Tally.NOTHING, Tally::plus);
    }
}
