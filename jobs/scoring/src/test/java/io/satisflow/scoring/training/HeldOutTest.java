package io.satisflow.scoring.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import io.satisflow.scoring.labelled.Folds;
import io.satisflow.scoring.labelled.LabelledDataException;
import io.satisflow.scoring.labelled.LabelledSet;
import io.satisflow.scoring.labelled.LabelledText;
import io.satisflow.scoring.linear.ModelLanguage;
import io.satisflow.sentiment.SentimentLabel;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The figures of a model are of texts that it has not seen. */
class HeldOutTest {
    private final Trainer trainer = new Trainer(ModelLanguage.ENGLISH, new Folds(4, 1), line -> {});

    @Test
    void labels_by_chance_cannot_be_told_and_the_probabilities_say_so() {
        Random chance = new Random(5);
        List<LabelledText> texts = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            texts.add(new LabelledText(
                    words(chance), chance.nextBoolean() ? SentimentLabel.POSITIVE : SentimentLabel.NEGATIVE));
        }

        HeldOut heldOut = crossValidate(new LabelledSet("chance.csv", texts, 0));

        assertThat(heldOut.evaluation().twoClassConfusion().accuracy()).isCloseTo(0.5, within(0.1));
        assertThat(heldOut.evaluation().twoClassCalibrationError()).isLessThan(0.1);
    }

    @Test
    void a_text_under_two_labels_counts_once() {
        List<LabelledText> texts = new ArrayList<>(lovelyOrAwful(0, 100));
        texts.add(new LabelledText("WHAT a lovely thing, number 0!", SentimentLabel.NEGATIVE));

        HeldOut heldOut = crossValidate(new LabelledSet("twice.csv", texts, 0));

        assertThat(heldOut.evaluation().confusion().rows()).isEqualTo(100);
        assertThat(heldOut.evaluation().twoClassConfusion().accuracy()).isEqualTo(1);
    }

    @Test
    void a_file_that_is_left_out_is_told_by_what_the_others_teach() {
        LabelledSet things = new LabelledSet("things.csv", lovelyOrAwful(0, 160), 0);
        LabelledSet opposite = new LabelledSet(
                "opposite.csv",
                lovelyOrAwful(60, 220).stream()
                        .map(text -> new LabelledText(text.text(), opposite(text.label())))
                        .toList(),
                0);

        List<HeldOut> heldOut =
                new LeaveOneOut(trainer).of(List.of(new WeightedSet(things, 1), new WeightedSet(opposite, 1)));

        assertThat(heldOut).extracting(HeldOut::file).containsExactly("things.csv", "opposite.csv");
        assertThat(heldOut)
                .allSatisfy(
                        file -> assertThat(file.evaluation().twoClassConfusion().accuracy())
                                .isZero());
        assertThat(heldOut.get(0).evaluation().confusion().rows()).isEqualTo(160);
    }

    @Test
    void one_file_cannot_be_left_out() {
        LabelledSet things = new LabelledSet("things.csv", lovelyOrAwful(0, 100), 0);

        assertThatExceptionOfType(LabelledDataException.class)
                .isThrownBy(() -> new LeaveOneOut(trainer).of(List.of(new WeightedSet(things, 1))))
                .withMessageContaining("two files or more");
    }

    private HeldOut crossValidate(LabelledSet set) {
        return trainer.crossValidate(List.of(new WeightedSet(set, 1))).get(0);
    }

    private static String words(Random chance) {
        StringBuilder text = new StringBuilder();
        for (int word = 0; word < 12; word++) {
            text.append("w")
                    .append((char) ('a' + chance.nextInt(26)))
                    .append((char) ('a' + chance.nextInt(26)))
                    .append(' ');
        }
        return text.toString();
    }

    private static List<LabelledText> lovelyOrAwful(int from, int to) {
        List<LabelledText> texts = new ArrayList<>();
        for (int i = from; i < to; i++) {
            texts.add(
                    i % 2 == 0
                            ? new LabelledText("what a lovely thing number " + i, SentimentLabel.POSITIVE)
                            : new LabelledText("such an awful thing number " + i, SentimentLabel.NEGATIVE));
        }
        return texts;
    }

    private static SentimentLabel opposite(SentimentLabel label) {
        return label == SentimentLabel.POSITIVE ? SentimentLabel.NEGATIVE : SentimentLabel.POSITIVE;
    }
}
