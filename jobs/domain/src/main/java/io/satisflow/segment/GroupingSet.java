package io.satisflow.segment;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Dimensions by which feedback is split. Each combination of their values is a segment; no dimensions at all put all
 * feedback in one.
 *
 * @param dimensions names such as {@code channel} or {@code attributes.store}
 */
public record GroupingSet(List<String> dimensions) implements Serializable {
    /** Longer values, in code points, are no names of anything and have no segment of their own. */
    private static final int LONGEST_VALUE = 200;

    public GroupingSet {
        dimensions = dimensions.stream().sorted().toList();
    }

    /** How settings and metrics call it, such as {@code channel,product}; {@code (all)} without dimensions. */
    public String name() {
        return dimensions.isEmpty() ? "(all)" : dimensions.stream().collect(Collectors.joining(","));
    }

    /** @param facts gives the value of a dimension; null when the feedback has none */
    public Segment segmentOf(Function<String, @Nullable String> facts) {
        Map<String, String> values = new TreeMap<>();
        for (String dimension : dimensions) {
            String value = facts.apply(dimension);
            values.put(dimension, isTooLong(value) ? SegmentValue.OTHER : SegmentValue.spell(value));
        }
        return new Segment(values);
    }

    private static boolean isTooLong(@Nullable String value) {
        return value != null && value.codePointCount(0, value.length()) > LONGEST_VALUE;
    }
}
