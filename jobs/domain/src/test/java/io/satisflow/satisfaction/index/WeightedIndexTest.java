package io.satisflow.satisfaction.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.satisflow.feedback.Rating;
import io.satisflow.satisfaction.answer.Response;
import io.satisflow.satisfaction.answer.TextSentiment;
import io.satisflow.satisfaction.metric.Better;
import io.satisflow.satisfaction.metric.Question;
import io.satisflow.satisfaction.metric.Score;
import io.satisflow.satisfaction.tally.Tallies;
import io.satisflow.sentiment.SentimentLabel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Several judgements in one number. */
class WeightedIndexTest {
    private static final Offset<Double> CLOSE = within(1e-9);
    private static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");
    private static final Instant JULY = Instant.parse("2026-07-01T00:00:00Z");

    /** The weights of a clinic: how fast, how able, how kind, how smooth, with which outcome. */
    private static final WeightedIndex CLINIC = new WeightedIndex(
            "csi",
            IndexNode.branch(
                    "csi",
                    List.of(asked("speed"), asked("ability"), asked("kindness"), asked("process"), asked("outcome"))),
            List.of(new IndexWeights(
                    Instant.EPOCH,
                    Map.of("speed", 15.0, "ability", 25.0, "kindness", 30.0, "process", 20.0, "outcome", 10.0))),
            0.6);

    @Test
    void each_dimension_counts_as_much_as_its_weight_says() {
        Tallies tallies = answers("speed", 3, "ability", 5, "kindness", 4, "process", 2, "outcome", 5);

        // 15 * 50 + 25 * 100 + 30 * 75 + 20 * 25 + 10 * 100 = 7000, of a weight of 100
        assertThat(value(CLINIC, tallies, "csi")).isCloseTo(70, CLOSE);
        assertThat(value(CLINIC, tallies, "csi.kindness")).isCloseTo(75, CLOSE);
    }

    @Test
    void the_others_take_over_the_weight_of_what_nobody_answered() {
        Tallies tallies = answers("ability", 5, "kindness", 4, "process", 2);

        assertThat(value(CLINIC, tallies, "csi")).isCloseTo((25 * 100 + 30 * 75 + 20 * 25) / 75.0, CLOSE);
    }

    @Test
    void below_sixty_percent_of_the_weight_there_is_no_value_but_the_number_of_answers() {
        Tallies tallies = answers("ability", 5, "kindness", 4).plus(answers("ability", 4));

        assertThat(score(CLINIC, tallies, "csi")).isEqualTo(Score.withheld(2));
        assertThat(value(CLINIC, tallies, "csi.ability")).isCloseTo(87.5, CLOSE);
    }

    @Test
    void later_weights_count_from_their_instant_on() {
        WeightedIndex changing = new WeightedIndex(
                "csi",
                IndexNode.branch("csi", List.of(asked("speed"), asked("outcome"))),
                List.of(
                        new IndexWeights(Instant.EPOCH, Map.of("speed", 1.0, "outcome", 1.0)),
                        new IndexWeights(JULY, Map.of("speed", 3.0, "outcome", 1.0))),
                0.6);
        Tallies tallies = answers("speed", 5, "outcome", 1);

        assertThat(csi(changing, tallies, MAY).value()).isCloseTo(50, CLOSE);
        assertThat(csi(changing, tallies, JULY).value()).isCloseTo(75, CLOSE);
    }

    @Test
    void a_branch_is_an_index_of_its_own() {
        WeightedIndex tree = new WeightedIndex(
                "csi",
                IndexNode.branch(
                        "csi",
                        List.of(
                                IndexNode.branch("service", List.of(asked("speed"), asked("kindness"))),
                                IndexNode.leaf("price", IndexDimension.said("price")))),
                List.of(new IndexWeights(
                        Instant.EPOCH, Map.of("service", 3.0, "price", 1.0, "speed", 1.0, "kindness", 1.0))),
                0.5);
        Tallies tallies = tree.tallies(new Response(
                List.of(rating("speed", 5), rating("kindness", 3)),
                null,
                Map.of("price", new TextSentiment(SentimentLabel.NEGATIVE, -0.5))));

        assertThat(value(tree, tallies, "csi.service")).isCloseTo(75, CLOSE);
        assertThat(value(tree, tallies, "csi.price")).isCloseTo(25, CLOSE);
        assertThat(value(tree, tallies, "csi")).isCloseTo((3 * 75 + 25) / 4.0, CLOSE);
    }

    @Test
    void what_its_parts_contribute_adds_up_to_the_change() {
        Random random = new Random(11);
        for (int seed = 0; seed < 500; seed++) {
            Tallies before = randomAnswers(random);
            Tallies now = randomAnswers(random);
            Double was = score(CLINIC, before, "csi").value();
            Double is = score(CLINIC, now, "csi").value();
            if (was != null && is != null) {
                double sum = CLINIC.contributions(now, before, MAY).values().stream()
                        .mapToDouble(score -> Objects.requireNonNull(score.value()))
                        .sum();
                assertThat(sum).isCloseTo(is - was, within(1e-6));
            }
        }
    }

    @Test
    void a_low_answer_is_good_where_the_question_is_asked_so() {
        WeightedIndex effort = new WeightedIndex(
                "csi",
                IndexNode.branch(
                        "csi",
                        List.of(IndexNode.leaf(
                                "effort", IndexDimension.asked(new Question("effort", 1, 7), Better.LOWER)))),
                List.of(new IndexWeights(Instant.EPOCH, Map.of("effort", 1.0))),
                0.6);
        Tallies tallies = effort.tallies(new Response(List.of(new Rating("effort", 1, 1, 7)), null));

        assertThat(value(effort, tallies, "csi")).isCloseTo(100, CLOSE);
    }

    @Test
    void a_part_without_a_weight_is_refused() {
        assertThatThrownBy(() -> new WeightedIndex(
                        "csi",
                        IndexNode.branch("csi", List.of(asked("speed"), asked("outcome"))),
                        List.of(new IndexWeights(Instant.EPOCH, Map.of("speed", 1.0))),
                        0.6))
                .hasMessage("\"outcome\" has no weight");
    }

    private static Tallies randomAnswers(Random random) {
        Tallies tallies = Tallies.NOTHING;
        for (int i = 0; i < random.nextInt(30); i++) {
            List<Rating> ratings = List.of("speed", "ability", "kindness", "process", "outcome").stream()
                    .filter(question -> random.nextInt(3) > 0)
                    .map(question -> rating(question, 1 + random.nextInt(5)))
                    .toList();
            tallies = tallies.plus(CLINIC.tallies(new Response(ratings, null)));
        }
        return tallies;
    }

    private static Tallies answers(Object... questionsAndAnswers) {
        List<Rating> ratings = new ArrayList<>();
        for (int i = 0; i < questionsAndAnswers.length; i += 2) {
            ratings.add(rating((String) questionsAndAnswers[i], (int) questionsAndAnswers[i + 1]));
        }
        return CLINIC.tallies(new Response(ratings, null));
    }

    private static Rating rating(String question, int value) {
        return new Rating(question, value, 1, 5);
    }

    private static IndexNode asked(String question) {
        return IndexNode.leaf(question, IndexDimension.asked(new Question(question, 1, 5), Better.HIGHER));
    }

    private static double value(WeightedIndex index, Tallies tallies, String name) {
        return Objects.requireNonNull(score(index, tallies, name).value());
    }

    private static Score csi(WeightedIndex index, Tallies tallies, Instant at) {
        return Objects.requireNonNull(index.scores(tallies, at).get("csi"));
    }

    private static Score score(WeightedIndex index, Tallies tallies, String name) {
        return Objects.requireNonNull(index.scores(tallies, MAY).get(name));
    }
}
