package io.satisflow.alerts.inhibition;

import io.satisflow.alerts.lifecycle.Alert;
import io.satisflow.alerts.rule.Fact;
import io.satisflow.alerts.rule.Label;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * All rules by which alerts hold others back: those of the settings, and that a drift of a segment says more than the same
 * drift of its parts.
 */
public record InhibitRules(List<InhibitRule> rules) implements Serializable {
    public static final InhibitRules PARENTS_ONLY = new InhibitRules(List.of());

    private static final List<String> OF_A_DRIFT = List.of(Label.RULE, Label.METRIC);

    public InhibitRules {
        rules = List.copyOf(rules);
    }

    /** Whether an alert can hold others back, or be held back. */
    public boolean concern(Alert alert) {
        return isDrift(alert)
                || rules.stream().anyMatch(rule -> rule.isSource(alert.labels()) || rule.isTarget(alert.labels()));
    }

    static boolean isDrift(Alert alert) {
        return alert.facts().containsKey(Fact.DIRECTION) && alert.facts().containsKey(Fact.SEGMENT);
    }

    /**
     * What alerts that concern each other have in common, so that those that have not can be looked at apart.
     *
     * @param drifts whether there are drifts among the alerts
     */
    public String place(Alert alert, boolean drifts) {
        List<String> labels = new ArrayList<>();
        List<List<String>> all =
                new ArrayList<>(rules.stream().map(InhibitRule::equal).toList());
        if (drifts) {
            all.add(OF_A_DRIFT);
        }
        if (!all.isEmpty()) {
            labels.addAll(all.get(0));
            all.forEach(labels::retainAll);
        }
        Map<String, String> of = alert.labels();
        return labels.stream()
                .sorted()
                .map(label -> label + "=" + of.getOrDefault(label, ""))
                .collect(Collectors.joining("\n"));
    }
}
