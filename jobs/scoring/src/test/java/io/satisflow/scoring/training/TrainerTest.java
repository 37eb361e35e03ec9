package io.satisflow.scoring.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.satisflow.scoring.labelled.LabelledDataException;
import io.satisflow.scoring.labelled.LabelledSet;
import io.satisflow.scoring.labelled.LabelledText;
import io.satisflow.scoring.linear.LinearModel;
import io.satisflow.scoring.linear.LinearScorer;
import io.satisflow.scoring.linear.ModelFormat;
import io.satisflow.scoring.linear.ModelLanguage;
import io.satisflow.sentiment.SentimentLabel;
import io.satisflow.sentiment.WorkLimit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainerTest {
    private static final long SEED = 1;

    @Test
    void the_same_texts_and_seed_make_the_same_bytes() throws IOException {
        byte[] first = bytes(train(ModelLanguage.ENGLISH, english()));

        assertThat(bytes(train(ModelLanguage.ENGLISH, english()))).isEqualTo(first);
    }

    @Test
    void another_seed_makes_another_model() {
        LinearModel first = train(ModelLanguage.ENGLISH, english());
        LinearModel second = new Trainer(ModelLanguage.ENGLISH, SEED + 1, line -> {})
                .train(List.of(new WeightedSet(english(), 1)))
                .model();

        assertThat(second.name()).isNotEqualTo(first.name());
    }

    @Test
    void what_texts_have_in_common_with_a_label_is_learned() {
        LinearScorer scorer = new LinearScorer(train(ModelLanguage.ENGLISH, english()), WorkLimit.DEFAULT);

        assertThat(scorer.score("a lovely parcel").label()).isEqualTo(SentimentLabel.POSITIVE);
        assertThat(scorer.score("an awful parcel").label()).isEqualTo(SentimentLabel.NEGATIVE);
        assertThat(scorer.score("which parcel").label()).isEqualTo(SentimentLabel.NEUTRAL);
    }

    @Test
    void without_neutral_texts_the_model_leans_one_way_or_the_other() {
        LinearModel model = train(ModelLanguage.CHINESE, chinese());
        LinearScorer scorer = new LinearScorer(model, WorkLimit.DEFAULT);

        assertThat(model.calibration().margins()).isEqualTo(1);
        assertThat(scorer.score("好吃").label()).isEqualTo(SentimentLabel.POSITIVE);
        assertThat(scorer.score("难吃").label()).isEqualTo(SentimentLabel.NEGATIVE);
    }

    @Test
    void a_set_without_neutral_beside_one_with_it_teaches_nothing_about_neutral() {
        LabelledSet twoWay = new LabelledSet(
                "two-way.csv",
                english().texts().stream()
                        .filter(text -> text.label() != SentimentLabel.NEUTRAL)
                        .map(text -> new LabelledText(text.text() + " indeed", text.label()))
                        .toList(),
                0);
        LinearModel model = new Trainer(ModelLanguage.ENGLISH, SEED, line -> {})
                .train(List.of(new WeightedSet(english(), 1), new WeightedSet(twoWay, 0.5)))
                .model();

        assertThat(model.calibration().margins()).isEqualTo(3);
        assertThat(new LinearScorer(model, WorkLimit.DEFAULT)
                        .score("which parcel indeed")
                        .label())
                .isEqualTo(SentimentLabel.NEUTRAL);
    }

    @Test
    void one_label_alone_makes_no_model() {
        LabelledSet set = new LabelledSet(
                "glad.csv", List.of(new LabelledText("a glad text to train on", SentimentLabel.POSITIVE)), 0);

        assertThatExceptionOfType(LabelledDataException.class)
                .isThrownBy(() -> train(ModelLanguage.ENGLISH, set))
                .withMessageContaining("needs texts of both negative and positive");
    }

    private static LinearModel train(ModelLanguage language, LabelledSet set) {
        return new Trainer(language, SEED, line -> {})
                .train(List.of(new WeightedSet(set, 1)))
                .model();
    }

    private static LabelledSet english() {
        List<LabelledText> texts = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            texts.add(new LabelledText("what a lovely thing number " + i, SentimentLabel.POSITIVE));
            texts.add(new LabelledText("such an awful thing number " + i, SentimentLabel.NEGATIVE));
            texts.add(new LabelledText("which one is thing number " + i, SentimentLabel.NEUTRAL));
        }
        return new LabelledSet("english.csv", texts, 0);
    }

    private static LabelledSet chinese() {
        List<LabelledText> texts = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            String dish = Character.toString(0x4e00 + i);
            texts.add(new LabelledText(dish + "好吃", SentimentLabel.POSITIVE));
            texts.add(new LabelledText(dish + "难吃", SentimentLabel.NEGATIVE));
        }
        return new LabelledSet("chinese.csv", texts, 0);
    }

    private static byte[] bytes(LinearModel model) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ModelFormat.write(model, out);
        return out.toByteArray();
    }
}
