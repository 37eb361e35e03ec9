package io.satisflow.satisfaction.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What comparing parts two at a time says of their weights. */
class PairwiseComparisonsTest {

    @Test
    void weights_and_consistency_of_saatys_published_example() {
        var comparisons = new PairwiseComparisons(List.of("a", "b", "c"), new double[][] {
            {1, 1.0 / 3, 5}, {3, 1, 7}, {1.0 / 5, 1.0 / 7, 1}
        });

        assertThat(comparisons.weights().get("a")).isCloseTo(0.2790, within(5e-5));
        assertThat(comparisons.weights().get("b")).isCloseTo(0.6491, within(5e-5));
        assertThat(comparisons.weights().get("c")).isCloseTo(0.0719, within(5e-5));
        assertThat(comparisons.consistencyRatio()).isCloseTo(0.056, within(5e-4));
    }

    @Test
    void judgements_that_follow_from_weights_give_them_back_without_contradiction() {
        Random random = new Random(5);
        for (int seed = 0; seed < 200; seed++) {
            double[] weights = random.doubles(2 + random.nextInt(8), 0.1, 1).toArray();
            var comparisons = new PairwiseComparisons(names(weights.length), ratios(weights));

            double sum = Arrays.stream(weights).sum();
            for (int i = 0; i < weights.length; i++) {
                assertThat(comparisons.weights().get("p" + i)).isCloseTo(weights[i] / sum, within(1e-9));
            }
            assertThat(comparisons.consistencyRatio()).isCloseTo(0, within(1e-9));
        }
    }

    @Test
    void the_pair_that_was_judged_the_wrong_way_round_is_found_and_mended() {
        double[] weights = {4, 2, 2, 1, 1};
        double[][] judgements = ratios(weights);
        judgements[0][3] = 1.0 / 4;
        judgements[3][0] = 4;

        var comparisons = new PairwiseComparisons(names(5), judgements);

        assertThat(comparisons.consistencyRatio()).isGreaterThan(PairwiseComparisons.ACCEPTED_RATIO);
        assertThat(comparisons.worst().first()).isEqualTo("p0");
        assertThat(comparisons.worst().second()).isEqualTo("p3");
        assertThat(comparisons.worst().mended()).isCloseTo(4, within(1e-6));
        assertThat(comparisons.worst().ratio()).isCloseTo(0, within(1e-6));
    }

    @Test
    void a_judgement_that_is_not_the_inverse_of_its_mirror_is_refused() {
        assertThatThrownBy(() -> new PairwiseComparisons(names(2), new double[][] {{1, 3}, {0.5, 1}}))
                .hasMessageContaining("p0 against p1 is 3.0")
                .hasMessageContaining("inverse");
    }

    private static List<String> names(int size) {
        return IntStream.range(0, size).mapToObj(i -> "p" + i).toList();
    }

    private static double[][] ratios(double[] weights) {
        double[][] ratios = new double[weights.length][weights.length];
        for (int row = 0; row < weights.length; row++) {
            for (int column = 0; column < weights.length; column++) {
                ratios[row][column] = weights[row] / weights[column];
            }
        }
        return ratios;
    }
}
