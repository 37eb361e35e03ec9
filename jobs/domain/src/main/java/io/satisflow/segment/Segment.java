package io.satisflow.segment;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What some feedback or tickets have in common, such as channel app and product x.
 *
 * @param values by dimension, sorted, as {@link SegmentValue} spells them on topics; empty for all feedback
 */
public record Segment(Map<String, String> values) implements Serializable {
    public static final Segment ALL = new Segment(Map.of());

    public Segment {
        values = Collections.unmodifiableMap(new TreeMap<>(values == null ? Map.of() : values));
    }

    /** The segment of what people wrote, none of it spelled yet. */
    public static Segment of(Map<String, String> written) {
        Map<String, String> spelled = new TreeMap<>();
        written.forEach((dimension, value) -> spelled.put(dimension, SegmentValue.spell(value)));
        return new Segment(spelled);
    }

    /**
     * The values of a segment, or the labels of an alert, as people and tables are shown them: {@code (none)} for what the feedback
     * does not carry, where topics have {@code null}.
     */
    public static Map<String, String> shown(Map<String, String> values) {
        Map<String, String> shown = new TreeMap<>(values);
        shown.replaceAll((dimension, value) -> SegmentValue.shown(value));
        return shown;
    }

    /** One line that is the same for the same segment and for no other, see {@link SegmentKey}. */
    public String key() {
        return SegmentKey.write(values);
    }

    /** @throws IllegalArgumentException when it is not the key of a segment */
    public static Segment parse(String key) {
        return new Segment(SegmentKey.read(key));
    }

    /** What a person wrote as the value of a dimension; empty when it is none, unknown or (other). */
    public Optional<String> written(String dimension) {
        return Optional.ofNullable(values.get(dimension)).flatMap(SegmentValue::written);
    }

    /** The segment that stands for all those of the same dimensions which there is no room for. */
    public Segment other() {
        Map<String, String> folded = new TreeMap<>(values);
        folded.replaceAll((dimension, value) -> SegmentValue.OTHER);
        return new Segment(folded);
    }

    /** The segments that this one is a part of, with what sets it apart in each. */
    public List<Part> parents() {
        List<Part> parents = new ArrayList<>();
        values.forEach((dimension, value) -> {
            Map<String, String> others = new TreeMap<>(values);
            others.remove(dimension);
            parents.add(new Part(new Segment(others), dimension, value));
        });
        return parents;
    }

    /** A value of one dimension within a segment. */
    public record Part(Segment whole, String dimension, String value) {
        /** The key of the segment that has this value and no other. */
        public String name() {
            return SegmentKey.write(Map.of(dimension, value));
        }

        /** As people are shown it: {@code team=(none)}. What is no part stays as it is. */
        public static String shown(String name) {
            String absent = "=" + SegmentValue.NONE;
            return name.endsWith(absent)
                    ? name.substring(0, name.length() - absent.length()) + "=" + SegmentValue.SHOWN_NONE
                    : name;
        }

        /** By which dimension a part of this name divides. */
        public static String dimensionOf(String name) {
            return SegmentKey.read(name).keySet().iterator().next();
        }
    }
}
