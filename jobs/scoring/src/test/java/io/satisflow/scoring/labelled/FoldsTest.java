package io.satisflow.scoring.labelled;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FoldsTest {
    private static final Folds FIVE = new Folds(5, 1);

    @Test
    void folds_are_about_the_same_size() {
        int[] sizes = new int[FIVE.count()];
        for (int i = 0; i < 10_000; i++) {
            sizes[FIVE.of("text number " + i)]++;
        }

        assertThat(Arrays.stream(sizes).boxed())
                .allSatisfy(size -> assertThat(size).isBetween(1_800, 2_200));
    }

    @Test
    void a_text_and_its_repetition_are_in_one_fold() {
        for (int i = 0; i < 100; i++) {
            String text = "flight " + i + " is late again";

            assertThat(FIVE.of("Flight %d is LATE, again!".formatted(i))).isEqualTo(FIVE.of(text));
        }
    }

    @Test
    void texts_without_letters_are_told_apart() {
        assertThat(TextHash.keyOf(" 👍 ")).isEqualTo("👍").isNotEqualTo(TextHash.keyOf("👎"));
    }

    @Test
    void one_fold_leaves_nothing_to_learn_from() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Folds(1, 1)).withMessageContaining("2 folds or more");
    }
}
