package io.satisflow.channel.field;

import io.satisflow.config.ConfigNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads the questions that customers answer on a scale, and the dimensions that they score. */
public final class RatingsFile {
    private RatingsFile() {}

    /** {@code [{question: stars, pointer: /stars, scale: [1, 5]}]}. */
    public static List<RatingField> ratings(Optional<ConfigNode> list) {
        List<RatingField> ratings = each(list, RatingsFile::rating);
        requireUnique(list, "question");
        return ratings;
    }

    /** {@code [{name: price, pointer: /price, expectation: /price_expected, scale: [1, 5]}]}; the last two may be missing. */
    public static List<DimensionField> dimensions(Optional<ConfigNode> list) {
        List<DimensionField> dimensions = each(list, RatingsFile::dimension);
        requireUnique(list, "name");
        return dimensions;
    }

    private static RatingField rating(ConfigNode node) {
        node.allowOnly("question", "pointer", "first", "select", "values", "listed_only", "regex", "default", "scale");
        return new RatingField(
                node.require("question").text(), FieldFile.fieldAmongOtherKeys(node), scale(node.require("scale")));
    }

    private static DimensionField dimension(ConfigNode node) {
        node.allowOnly(
                "name",
                "pointer",
                "first",
                "select",
                "values",
                "listed_only",
                "regex",
                "default",
                "scale",
                "expectation");
        return new DimensionField(
                node.require("name").text(),
                FieldFile.fieldAmongOtherKeys(node),
                node.find("expectation").map(FieldFile::field).orElse(null),
                node.find("scale").map(RatingsFile::scale).orElse(Scale.ANY));
    }

    private static Scale scale(ConfigNode node) {
        List<ConfigNode> ends = node.items();
        if (ends.size() != 2) {
            throw node.problem("a scale has two ends; write the lowest answer, then the highest, such as [1, 5]");
        }
        double min = ends.get(0).decimal();
        double max = ends.get(1).decimal();
        return node.build(() -> new Scale(min, max));
    }

    private static <T> List<T> each(Optional<ConfigNode> list, Function<ConfigNode, T> reader) {
        return list.map(node -> ConfigNode.readEach(node.items(), reader)).orElse(List.of());
    }

    private static void requireUnique(Optional<ConfigNode> list, String key) {
        Set<String> seen = new HashSet<>();
        for (ConfigNode item : list.map(ConfigNode::items).orElse(List.of())) {
            ConfigNode name = item.require(key);
            if (!seen.add(name.text())) {
                throw name.problem("\"%s\" stands twice; give each its own name".formatted(name.text()));
            }
        }
    }
}
