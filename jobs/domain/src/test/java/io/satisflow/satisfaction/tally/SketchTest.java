package io.satisflow.satisfaction.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SketchTest {
    @Test
    void it_counts_few_and_many_within_its_error() {
        for (int truth : new int[] {1, 2, 10, 100, 1_000, 5_000, 20_000, 100_000}) {
            Histogram sketch = sketch("run", truth, 1);

            assertThat(Sketch.distinct(sketch)).isCloseTo(truth, within(Math.max(0.2, truth * Sketch.REACH * 1.3)));
        }
    }

    @Test
    void it_is_right_in_about_95_of_100_cases() {
        int within = 0;
        for (int run = 0; run < 100; run++) {
            double estimate = Sketch.distinct(sketch("run" + run, 3_000, 1));
            within += Math.abs(estimate - 3_000) <= 3_000 * Sketch.REACH ? 1 : 0;
        }

        assertThat(within).isGreaterThanOrEqualTo(88);
    }

    @Test
    void the_same_customer_again_changes_nothing_and_is_still_there_when_one_word_is_taken_back() {
        Histogram once = sketch("a", 200, 1);
        Histogram thrice = sketch("a", 200, 3);

        assertThat(Sketch.distinct(thrice)).isEqualTo(Sketch.distinct(once));
        assertThat(Sketch.distinct(thrice.plus(once.negated()))).isEqualTo(Sketch.distinct(once));
        assertThat(once.plus(once.negated()).counts()).isEmpty();
    }

    @Test
    void sketches_of_panes_add_up_to_that_of_the_window_in_any_order() {
        Random random = new Random(3);
        Histogram whole = Histogram.EMPTY;
        Histogram left = Histogram.EMPTY;
        Histogram right = Histogram.EMPTY;
        for (int i = 0; i < 500; i++) {
            Histogram one = Sketch.of("c" + random.nextInt(300));
            whole = whole.plus(one);
            left = random.nextBoolean() ? left.plus(one) : left;
        }
        right = whole.plus(left.negated());

        assertThat(right.plus(left)).isEqualTo(whole);
    }

    private static Histogram sketch(String name, int customers, int times) {
        TreeMap<Integer, Long> counts = new TreeMap<>();
        for (int i = 0; i < customers; i++) {
            Sketch.of(name + "-" + i).counts().forEach((bin, count) -> counts.merge(bin, count * times, Long::sum));
        }
        return new Histogram(counts);
    }
}
