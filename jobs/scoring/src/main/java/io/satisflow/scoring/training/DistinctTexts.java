package io.satisflow.scoring.training;

import io.satisflow.scoring.labelled.LabelledText;
import io.satisflow.scoring.labelled.Part;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Every text of some sets once, under the label that it has where it stands first. */
record DistinctTexts(List<WeightedSet> sets, long seed) {

    @FunctionalInterface
    interface TextOfSet {
        void accept(LabelledText text, WeightedSet set);
    }

    /** Those that are for this part. */
    void forEach(Part part, TextOfSet action) {
        Set<String> seen = new HashSet<>();
        for (WeightedSet set : sets) {
            for (LabelledText text : part.of(set.set().texts(), seed)) {
                if (seen.add(text.text())) {
                    action.accept(text, set);
                }
            }
        }
    }
}
