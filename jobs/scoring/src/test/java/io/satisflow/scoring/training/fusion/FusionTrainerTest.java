package io.satisflow.scoring.training.fusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.satisflow.scoring.fusion.FusionFormat;
import io.satisflow.scoring.fusion.FusionScorer;
import io.satisflow.scoring.fusion.TextEncoder;
import io.satisflow.scoring.fusion.WordPlaces;
import io.satisflow.scoring.labelled.Folds;
import io.satisflow.scoring.labelled.LabelledSet;
import io.satisflow.scoring.labelled.LabelledText;
import io.satisflow.scoring.linear.LinearScorer;
import io.satisflow.scoring.linear.ModelLanguage;
import io.satisflow.scoring.training.WeightedSet;
import io.satisflow.sentiment.Polarity;
import io.satisflow.sentiment.SentimentLabel;
import io.satisflow.sentiment.WorkLimit;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** On made-up words whose sentiment the encoder sees in a common root, and n-grams only where they have seen the word. */
class FusionTrainerTest {
    private static final TextEncoder ROOTS = new WordPlaces("glad", "grim");
    private static final TextEncoder BLIND = new WordPlaces();

    @Test
    void what_the_encoder_sees_is_learned() {
        TrainedFusion trained = trainer(ROOTS).train(List.of(texts(400)));

        FusionScorer scorer = new FusionScorer(trained.model(), ROOTS, WorkLimit.DEFAULT, FusionScorer.ALWAYS);
        assertThat(scorer.score("a xyzgladxyz thing").label()).isEqualTo(SentimentLabel.POSITIVE);
        assertThat(scorer.score("a xyzgrimxyz thing").label()).isEqualTo(SentimentLabel.NEGATIVE);
        assertThat(scorer.score("a xyzgladxyz thing").scorer()).startsWith("fusion-en-");
    }

    @Test
    void an_encoder_that_sees_nothing_leaves_the_answer_to_the_linear_model() {
        TrainedFusion trained = trainer(BLIND).train(List.of(texts(400)));

        FusionScorer scorer = new FusionScorer(trained.model(), BLIND, WorkLimit.DEFAULT, FusionScorer.ALWAYS);
        LinearScorer linear = new LinearScorer(trained.model().linear(), WorkLimit.DEFAULT);
        for (LabelledText text : texts(60).set().texts()) {
            assertThat(scorer.score(text.text()).label())
                    .isEqualTo(linear.score(text.text()).label());
        }
    }

    @Test
    void the_head_trusts_the_linear_model_no_more_than_it_deserves_on_texts_it_has_not_seen() {
        WeightedSet noise = noise(600);

        TrainedFusion trained = trainer(BLIND).train(List.of(noise));

        FusionScorer scorer = new FusionScorer(trained.model(), BLIND, WorkLimit.DEFAULT, FusionScorer.ALWAYS);
        for (LabelledText text : noise.set().texts()) {
            Polarity polarity = scorer.score(text.text()).polarity();
            assertThat(polarity.positive() / (polarity.positive() + polarity.negative()))
                    .isCloseTo(0.5, within(0.2));
        }
    }

    @Test
    void the_same_texts_and_seed_make_the_same_bytes() throws IOException {
        assertThat(bytes()).isEqualTo(bytes());
    }

    @Test
    void each_file_is_told_how_well_it_was_held_out() {
        TrainedFusion trained = trainer(ROOTS).train(List.of(texts(400)));

        assertThat(trained.heldOut()).singleElement().satisfies(heldOut -> {
            assertThat(heldOut.file()).isEqualTo("made up");
            assertThat(heldOut.evaluation().confusion().rows()).isEqualTo(400);
            assertThat(heldOut.evaluation().confusion().accuracy()).isGreaterThan(0.9);
        });
        assertThat(trained.linear()).hasSize(1);
    }

    private static byte[] bytes() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FusionFormat.write(trainer(ROOTS).train(List.of(texts(200))).model(), out);
        return out.toByteArray();
    }

    private static FusionTrainer trainer(TextEncoder encoder) {
        return new FusionTrainer(ModelLanguage.ENGLISH, new Folds(Folds.USUAL, 1), encoder, line -> {});
    }

    /** Each with a word of its own around the root. */
    private static WeightedSet texts(int count) {
        Random random = new Random(5);
        List<LabelledText> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean glad = i % 2 == 0;
            texts.add(new LabelledText(
                    "a %s%s%s thing".formatted(letters(random), glad ? "glad" : "grim", letters(random)),
                    glad ? SentimentLabel.POSITIVE : SentimentLabel.NEGATIVE));
        }
        return new WeightedSet(new LabelledSet("made up", texts, 0), 1);
    }

    /** Words that say nothing of the label, so whatever a model learns of them is wrong. */
    private static WeightedSet noise(int count) {
        Random random = new Random(9);
        List<LabelledText> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            texts.add(new LabelledText(
                    letters(random) + " " + letters(random) + " " + letters(random),
                    random.nextBoolean() ? SentimentLabel.POSITIVE : SentimentLabel.NEGATIVE));
        }
        return new WeightedSet(new LabelledSet("noise", texts, 0), 1);
    }

    private static String letters(Random random) {
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < 5; i++) {
            letters.append((char) ('a' + random.nextInt(26)));
        }
        return letters.toString();
    }
}
