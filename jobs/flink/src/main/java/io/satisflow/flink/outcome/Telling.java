package io.satisflow.flink.outcome;

import io.satisflow.satisfaction.outcome.CustomerCase;
import io.satisflow.satisfaction.outcome.Finding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What has been told of the findings of one ticket or customer, so that only what differs is told again.
 *
 * @param told by anchor
 */
public record Telling(Map<String, Version> told) {
    static final Telling NOTHING = new Telling(Map.of());

    /**
     * A finding as it was told last.
     *
     * @param at the moment it counts for, epoch milliseconds
     * @param what its rulings and facts in words
     */
    public record Version(long at, String what) {}

    /** Tolerates null, which a field that was added after a savepoint is restored as. */
    public Telling {
        told = told == null ? Map.of() : told;
    }

    /** The findings to be told, and those to be taken back. */
    List<Finding> news(List<Finding> findings) {
        List<Finding> news = new ArrayList<>();
        Map<String, Version> left = new HashMap<>(told);
        for (Finding finding : findings) {
            if (!version(finding).equals(left.remove(finding.anchor()))) {
                news.add(finding);
            }
        }
        left.forEach((anchor, version) ->
                news.add(new Finding(anchor, Instant.ofEpochMilli(version.at()), Map.of(), Map.of())));
        return news;
    }

    /** Without what has been told for good of these cases. */
    Telling without(Collection<CustomerCase> cases) {
        Map<String, Version> left = new HashMap<>(told);
        left.keySet().removeIf(anchor -> cases.stream().anyMatch(each -> anchor.startsWith(each.id() + "/")));
        return new Telling(left);
    }

    static Telling of(List<Finding> findings) {
        Map<String, Version> told = new HashMap<>();
        findings.forEach(finding -> told.put(finding.anchor(), version(finding)));
        return new Telling(told);
    }

    private static Version version(Finding finding) {
        return new Version(finding.at().toEpochMilli(), finding.rulings() + " " + finding.facts());
    }
}
