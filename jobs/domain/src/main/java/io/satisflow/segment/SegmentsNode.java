package io.satisflow.segment;

import io.satisflow.config.ConfigNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * {@code segments: [[], [channel], [channel, product]]}, or {@code segments: {by: [[], [channel]], cap: 500}}.
 *
 * @param cap segments per grouping that have a place of their own
 */
public record SegmentsNode(List<GroupingSet> groupings, int cap) {
    /** Segments per grouping where the settings say nothing. */
    public static final int DEFAULT_CAP = 1000;

    public static final List<GroupingSet> SHIPPED = List.of(
            new GroupingSet(List.of()),
            new GroupingSet(List.of("channel")),
            new GroupingSet(List.of("product")),
            new GroupingSet(List.of("channel", "product")),
            new GroupingSet(List.of("channel", "language")));

    private static final List<String> DIMENSIONS = List.of("channel", "product", "region", "team", "language");
    private static final String ATTRIBUTE = "attributes.";
    private static final int LARGEST_CAP = 100_000;

    public static SegmentsNode read(ConfigNode node) {
        if (node.isList()) {
            return new SegmentsNode(groupings(node), DEFAULT_CAP);
        }
        node.allowOnly("by", "cap");
        return new SegmentsNode(
                node.find("by").map(SegmentsNode::groupings).orElse(SHIPPED),
                node.find("cap").map(SegmentsNode::cap).orElse(DEFAULT_CAP));
    }

    private static int cap(ConfigNode node) {
        if (node.integer() < 1 || node.integer() > LARGEST_CAP) {
            throw node.problem("expected 1 to %d segments, but was %s".formatted(LARGEST_CAP, node.text()));
        }
        return (int) node.integer();
    }

    private static List<GroupingSet> groupings(ConfigNode node) {
        if (node.items().isEmpty()) {
            throw node.problem("asks for no segments; write [[]] for all feedback in one");
        }
        Set<GroupingSet> seen = new HashSet<>();
        return ConfigNode.readEach(node.items(), item -> {
            GroupingSet grouping = new GroupingSet(ConfigNode.readEach(item.items(), SegmentsNode::dimension));
            if (!seen.add(grouping)) {
                throw item.problem("these dimensions stand here twice; keep one of them");
            }
            if (new HashSet<>(grouping.dimensions()).size()
                    < grouping.dimensions().size()) {
                throw item.problem("names a dimension twice; keep one of them");
            }
            return grouping;
        });
    }

    private static String dimension(ConfigNode node) {
        String name = node.text();
        boolean isAttribute = name.startsWith(ATTRIBUTE) && name.length() > ATTRIBUTE.length();
        if (!DIMENSIONS.contains(name) && !isAttribute) {
            throw node.problem("\"%s\" is no dimension; one of: %s, attributes.<name>"
                    .formatted(name, String.join(", ", DIMENSIONS)));
        }
        return name;
    }
}
