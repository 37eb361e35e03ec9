package io.satisflow.satisfaction.outcome;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All that was found of one anchor, which is counted as one.
 *
 * @param at the moment it counts for
 * @param rulings by metric
 * @param facts of the ticket
 */
public record Finding(String anchor, Instant at, Map<String, Ruling> rulings, Map<String, String> facts) {

    /**
     * How a rule ruled.
     *
     * @param hit whether what is asked holds
     * @param isFinal whether it can no longer change
     */
    public record Ruling(boolean hit, boolean isFinal) {}

    public Finding {
        rulings = new TreeMap<>(rulings);
        facts = new TreeMap<>(facts);
    }

    /** What is known at a moment, anchor by anchor. */
    public static List<Finding> of(List<Found> found, Instant now) {
        Map<String, List<Found>> byAnchor = new LinkedHashMap<>();
        found.forEach(each -> byAnchor.computeIfAbsent(each.anchor(), any -> new ArrayList<>())
                .add(each));
        List<Finding> findings = new ArrayList<>();
        byAnchor.forEach((anchor, ofAnchor) -> {
            Map<String, Ruling> rulings = new TreeMap<>();
            ofAnchor.forEach(each -> rulings.put(each.metric(), new Ruling(each.hit(), each.isFinal(now))));
            Found first = ofAnchor.get(0);
            findings.add(new Finding(anchor, first.at(), rulings, first.facts()));
        });
        return findings;
    }

    /** When time alone will make something final; empty when nothing waits for that. */
    public static Optional<Instant> nextFinal(List<Found> found, Instant now) {
        return found.stream().map(Found::finalAt).filter(at -> at.isAfter(now)).min(Instant::compareTo);
    }
}
