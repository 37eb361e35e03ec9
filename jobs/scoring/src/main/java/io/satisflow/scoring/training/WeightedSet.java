package io.satisflow.scoring.training;

import io.satisflow.scoring.labelled.LabelledSet;

/** @param weight how much each of its texts counts, 1 by default */
public record WeightedSet(LabelledSet set, double weight) {

    public WeightedSet {
        if (!(weight > 0)) {
            throw new IllegalArgumentException(
                    "Expected a weight above 0 for %s, but was %s".formatted(set.name(), weight));
        }
    }
}
