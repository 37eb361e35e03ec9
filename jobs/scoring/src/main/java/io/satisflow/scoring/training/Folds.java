package io.satisflow.scoring.training;

import io.satisflow.scoring.labelled.LabelledSet;
import io.satisflow.scoring.labelled.LabelledText;
import io.satisflow.scoring.linear.LinearModel;
import io.satisflow.scoring.linear.LinearScorer;
import io.satisflow.scoring.linear.ModelLanguage;
import io.satisflow.sentiment.Polarity;
import io.satisflow.sentiment.WorkLimit;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.zip.CRC32C;

/**
 * What linear models say of texts that they were not trained on: as many models as folds, each made without the texts
 * of one fold. Of its own training texts a model is far too sure, and a head that learned from that would trust it too
 * much.
 */
final class Folds {
    private static final int FOLDS = 5;

    private final List<LinearScorer> scorers = new ArrayList<>();

    /** Trains the models. */
    Folds(ModelLanguage language, List<WeightedSet> sets, long seed, Consumer<String> progress) {
        for (int i = 0; i < FOLDS; i++) {
            int fold = i;
            progress.accept("linear model %d of %d, without the texts that it is to read".formatted(fold + 1, FOLDS));
            LinearModel model = new Trainer(language, seed, line -> {})
                    .train(sets.stream()
                            .map(set -> only(set, text -> foldOf(text.text()) != fold))
                            .toList());
            scorers.add(new LinearScorer(model, WorkLimit.DEFAULT));
        }
    }

    /** By the model that has not seen the text. */
    Polarity polarity(String text) {
        return scorers.get(foldOf(text)).score(text).polarity();
    }

    private static int foldOf(String text) {
        CRC32C sum = new CRC32C();
        sum.update(text.strip().getBytes(StandardCharsets.UTF_8));
        return (int) (sum.getValue() % FOLDS);
    }

    private static WeightedSet only(WeightedSet set, Predicate<LabelledText> kept) {
        LabelledSet all = set.set();
        return new WeightedSet(
                new LabelledSet(all.name(), all.texts().stream().filter(kept).toList(), all.leftOut()), set.weight());
    }
}
