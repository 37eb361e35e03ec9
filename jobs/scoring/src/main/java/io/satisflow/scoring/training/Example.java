package io.satisflow.scoring.training;

import io.satisflow.scoring.features.BucketSet;
import io.satisflow.scoring.features.FeatureExtractor;
import io.satisflow.scoring.labelled.Folds;
import io.satisflow.scoring.labelled.LabelledText;
import io.satisflow.scoring.labelled.TextHash;
import io.satisflow.scoring.linear.ModelLanguage;
import io.satisflow.scoring.training.fit.Recipe;
import io.satisflow.scoring.training.fit.TrainingRow;
import io.satisflow.sentiment.WorkLimit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A text that is learned.
 *
 * @param file where it stands
 * @param fold in which it is judged
 */
public record Example(LabelledText text, String file, TrainingRow row, int fold) {

    /** Every text once, under the label that it has where it stands first. */
    public static List<Example> of(List<WeightedSet> sets, ModelLanguage language, Recipe recipe, Folds folds) {
        FeatureExtractor extractor = language.newExtractor();
        BucketSet buckets = new BucketSet(recipe.bits());
        Set<String> seen = new HashSet<>();
        List<Example> examples = new ArrayList<>();
        for (WeightedSet set : sets) {
            boolean twoWay = set.set().isTwoWay();
            for (LabelledText text : set.set().texts()) {
                if (seen.add(TextHash.keyOf(text.text()))) {
                    extractor.extract(text.text(), WorkLimit.DEFAULT.endOf(text.text()), buckets);
                    examples.add(new Example(
                            text,
                            set.set().name(),
                            new TrainingRow(buckets.toArray(), text.label(), twoWay, set.weight()),
                            folds.of(text.text())));
                }
            }
        }
        return examples;
    }
}
