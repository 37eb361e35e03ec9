package io.satisflow.satisfaction.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.satisflow.feedback.Rating;
import io.satisflow.satisfaction.answer.Response;
import io.satisflow.satisfaction.metric.Question;
import io.satisflow.satisfaction.metric.Score;
import io.satisflow.satisfaction.tally.Tallies;
import io.satisflow.satisfaction.tally.Tally;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The American index and the gap between what was expected and what was found. */
class SeveralQuestionsTest {
    private static final List<Question> ASKED =
            List.of(new Question("overall", 1, 10), new Question("expectation", 1, 10), new Question("ideal", 1, 10));
    private static final ExpectationGap GAP = new ExpectationGap(
            "gap",
            List.of(
                    new ExpectationGap.Item("delivery", on5("delivery"), on5("delivery_expected")),
                    new ExpectationGap.Item("price", on5("price"), on5("price_expected"))));

    @Test
    void acsi_by_equal_and_by_published_weights() {
        assertThat(acsi(List.of(1.0, 1.0, 1.0), 8, 7, 6).value()).isCloseTo(66.666667, within(1e-5));
        assertThat(acsi(List.of(0.3885, 0.319, 0.2925), 8, 7, 6).value()).isCloseTo(67.733333, within(1e-5));
    }

    @Test
    void a_response_that_leaves_out_one_of_the_three_questions_says_nothing() {
        AmericanIndex index = new AmericanIndex("acsi", ASKED, List.of(1.0, 1.0, 1.0));

        assertThat(index.tally(
                        new Response(List.of(new Rating("overall", 8, 1, 10), new Rating("ideal", 6, 1, 10)), null)))
                .isEqualTo(Tally.NOTHING);
    }

    @Test
    void the_gap_is_what_was_found_less_what_was_expected_item_by_item_and_overall() {
        Tallies tallies = GAP.tallies(answers("delivery", 2, "delivery_expected", 4, "price", 4, "price_expected", 3))
                .plus(GAP.tallies(answers("delivery", 3, "delivery_expected", 4, "price", 3)));

        Map<String, Score> scores = GAP.scores(tallies, Instant.EPOCH);
        assertThat(score(scores, "gap.delivery").value()).isCloseTo(-1.5, within(1e-9));
        assertThat(score(scores, "gap.price").n()).isEqualTo(1);
        assertThat(score(scores, "gap.price").value()).isCloseTo(1, within(1e-9));
        // (-2 + 1) / 2 of the first response and -1 of the second
        assertThat(score(scores, "gap").value()).isCloseTo(-0.75, within(1e-9));
    }

    @Test
    void questions_on_different_scales_have_no_gap() {
        assertThatThrownBy(() -> new ExpectationGap.Item("price", on5("price"), new Question("hoped", 0, 10)))
                .hasMessageContaining("they must be the same");
    }

    private static Score score(Map<String, Score> scores, String name) {
        return Objects.requireNonNull(scores.get(name));
    }

    private static Score acsi(List<Double> weights, int overall, int expectation, int ideal) {
        AmericanIndex index = new AmericanIndex("acsi", ASKED, weights);
        Tally tally = index.tally(new Response(
                List.of(
                        new Rating("overall", overall, 1, 10),
                        new Rating("expectation", expectation, 1, 10),
                        new Rating("ideal", ideal, 1, 10)),
                null));
        return Objects.requireNonNull(index.scores(tally).get("acsi"));
    }

    private static Response answers(Object... questionsAndAnswers) {
        List<Rating> ratings = new ArrayList<>();
        for (int i = 0; i < questionsAndAnswers.length; i += 2) {
            ratings.add(new Rating((String) questionsAndAnswers[i], (int) questionsAndAnswers[i + 1], 1, 5));
        }
        return new Response(ratings, null);
    }

    private static Question on5(String name) {
        return new Question(name, 1, 5);
    }
}
