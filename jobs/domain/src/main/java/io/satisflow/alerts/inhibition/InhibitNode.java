package io.satisflow.alerts.inhibition;

import io.satisflow.config.ConfigNode;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The {@code inhibit}: {@code [{source: {severity: critical}, target: {severity: warning}, equal: [team]}]}. */
public final class InhibitNode {
    private InhibitNode() {}

    public static InhibitRules read(ConfigNode list) {
        return new InhibitRules(ConfigNode.readEach(list.items(), InhibitNode::rule));
    }

    private static InhibitRule rule(ConfigNode node) {
        node.allowOnly("source", "target", "equal");
        Map<String, List<String>> source = labels(node.require("source"));
        Map<String, List<String>> target = labels(node.require("target"));
        List<String> equal = node.find("equal")
                .map(labels -> ConfigNode.readEach(labels.itemsOrSingle(), ConfigNode::text))
                .orElse(List.of());
        return node.build(() -> new InhibitRule(source, target, equal));
    }

    private static Map<String, List<String>> labels(ConfigNode node) {
        Map<String, List<String>> labels = new TreeMap<>();
        node.entries()
                .forEach((label, values) ->
                        labels.put(label, ConfigNode.readEach(values.itemsOrSingle(), ConfigNode::text)));
        return labels;
    }
}
