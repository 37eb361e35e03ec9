package io.satisflow.satisfaction.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LearntWeightsTest {
    private static final List<String> PARTS = List.of("speed", "skill", "price");

    private final List<double[]> answers = new ArrayList<>();
    private final List<Double> overall = new ArrayList<>();

    @Test
    void what_customers_weigh_is_found_again_through_the_noise() {
        respond(2_000, 60, 30, 10, 5);

        LearntWeights learnt = LearntWeights.of(PARTS, answers, overall);

        assertThat(learnt.byPart().get("speed")).isCloseTo(60, within(2.0));
        assertThat(learnt.byPart().get("skill")).isCloseTo(30, within(2.0));
        assertThat(learnt.byPart().get("price")).isCloseTo(10, within(2.0));
        assertThat(learnt.n()).isEqualTo(2_000);
        assertThat(learnt.explained()).isGreaterThan(0.9);
    }

    @Test
    void parts_that_move_together_share_what_they_explain_instead_of_cancelling_out() {
        Random random = new Random(5);
        for (int i = 0; i < 60; i++) {
            double mood = random.nextInt(101);
            answers.add(new double[] {mood, mood + random.nextGaussian(), mood + random.nextGaussian()});
            overall.add(mood + 10 * random.nextGaussian());
        }

        LearntWeights learnt = LearntWeights.of(PARTS, answers, overall);

        assertThat(learnt.byPart().values())
                .allSatisfy(weight -> assertThat(weight).isBetween(10.0, 60.0));
        assertThat(learnt.byPart().values().stream()
                        .mapToDouble(weight -> weight)
                        .sum())
                .isCloseTo(100, within(1e-6));
    }

    @Test
    void a_part_that_nobody_minds_or_that_never_varies_weighs_nothing() {
        respond(500, 50, 50, -20, 1);
        answers.forEach(row -> row[1] = 75);

        LearntWeights learnt = LearntWeights.of(PARTS, answers, overall);

        assertThat(learnt.byPart().get("skill")).isZero();
        assertThat(learnt.byPart().get("price")).isZero();
        assertThat(learnt.byPart().get("speed")).isCloseTo(100, within(1e-6));
    }

    @Test
    void too_few_responses_are_refused_with_how_many_it_takes() {
        respond(29, 50, 30, 20, 1);

        assertThatThrownBy(() -> LearntWeights.of(PARTS, answers, overall))
                .hasMessageContaining("29 responses")
                .hasMessageContaining("at least 30");
    }

    private void respond(int times, double speed, double skill, double price, double noise) {
        Random random = new Random(7);
        for (int i = 0; i < times; i++) {
            double[] row = {random.nextInt(5) * 25, random.nextInt(5) * 25, random.nextInt(5) * 25};
            answers.add(row);
            overall.add((row[0] * speed + row[1] * skill + row[2] * price) / 100 + noise * random.nextGaussian());
        }
    }
}
