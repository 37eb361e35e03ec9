package io.satisflow.drift;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What some feedback has in common.
 *
 * @param dimensions such as channel to app; empty for all feedback
 */
public record SegmentDimensions(Map<String, String> dimensions) {
    public static final SegmentDimensions ALL = new SegmentDimensions(Map.of());

    public SegmentDimensions {
        dimensions = Collections.unmodifiableMap(new TreeMap<>(dimensions == null ? Map.of() : dimensions));
    }

    /** Such as {@code channel=app,product=lamp}, or {@code all}; no two segments have the same. */
    public String key() {
        return dimensions.isEmpty()
                ? "all"
                : dimensions.entrySet().stream()
                        .map(entry -> escape(entry.getKey()) + "=" + escape(entry.getValue()))
                        .collect(Collectors.joining(","));
    }

    /** The segments that this one is a part of, with what sets it apart in each. */
    public List<Part> parents() {
        List<Part> parents = new ArrayList<>();
        dimensions.forEach((dimension, value) -> {
            Map<String, String> others = new TreeMap<>(dimensions);
            others.remove(dimension);
            parents.add(new Part(new SegmentDimensions(others), dimension, value));
        });
        return parents;
    }

    /** A value of one dimension within a segment. */
    public record Part(SegmentDimensions whole, String dimension, String value) {
        public String name() {
            return escape(dimension) + "=" + escape(value);
        }
    }

    private static String escape(String text) {
        return text.replace("%", "%25").replace(",", "%2C").replace("=", "%3D");
    }
}
