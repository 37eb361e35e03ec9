package io.satisflow.alerts.inhibition;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * While an alert fires that matches the source, nobody is told of those that match the target and agree with it in some
 * labels.
 *
 * @param source by label, the values that one may have
 * @param target the same of those that are held back
 * @param equal labels in which both must agree; one that neither has counts as equal
 */
public record InhibitRule(Map<String, List<String>> source, Map<String, List<String>> target, List<String> equal)
        implements Serializable {
    public InhibitRule {
        source = new TreeMap<>(source);
        target = new TreeMap<>(target);
        equal = List.copyOf(equal);
        if (source.isEmpty() || target.isEmpty()) {
            throw new IllegalArgumentException(
                    "needs labels for source and for target; without any, every alert would hold back every other");
        }
    }

    boolean isSource(Map<String, String> labels) {
        return matches(source, labels);
    }

    boolean isTarget(Map<String, String> labels) {
        return matches(target, labels);
    }

    /** What source and target have in common. */
    String common(Map<String, String> labels) {
        StringBuilder common = new StringBuilder();
        equal.forEach(label -> common.append(labels.getOrDefault(label, "")).append('\n'));
        return common.toString();
    }

    private static boolean matches(Map<String, List<String>> wanted, Map<String, String> labels) {
        return wanted.entrySet().stream()
                .allMatch(label -> label.getValue().contains(labels.getOrDefault(label.getKey(), "")));
    }
}
