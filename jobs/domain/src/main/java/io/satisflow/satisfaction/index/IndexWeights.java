package io.satisflow.satisfaction.index;

import java.io.Serializable;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * How much each part of an index weighs beside those of the same branch, from an instant on.
 *
 * @param byPart above 0, in any unit: only their ratios count
 */
public record IndexWeights(Instant validFrom, Map<String, Double> byPart) implements Serializable {

    /** @throws IllegalArgumentException when a weight is not above 0 */
    public IndexWeights {
        byPart = new TreeMap<>(byPart);
        byPart.forEach((part, weight) -> {
            if (!(weight > 0) || weight.isInfinite()) {
                throw new IllegalArgumentException(
                        "a weight is above 0, but \"%s\" has %s; leave out what shall not count"
                                .formatted(part, weight));
            }
        });
    }

    double of(IndexNode node) {
        Double weight = byPart.get(node.name());
        if (weight == null) {
            throw new IllegalArgumentException("\"%s\" has no weight".formatted(node.name()));
        }
        return weight;
    }
}
