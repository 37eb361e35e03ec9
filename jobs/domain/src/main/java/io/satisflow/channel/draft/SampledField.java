package io.satisflow.channel.draft;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** What stands at one place of the sampled records. */
final class SampledField {
    private static final int SHOWN = 60;

    private final String pointer;
    private final List<String> values = new ArrayList<>();
    private String label = "";

    SampledField(String pointer) {
        this.pointer = pointer;
    }

    void add(String value) {
        if (!value.isBlank()) {
            values.add(value.strip());
        }
    }

    /** What a further line of the header calls it. */
    void label(String text) {
        label = label.isEmpty() ? text.toLowerCase(Locale.ROOT) : label;
    }

    /** Its name, and what else the header says of it. */
    String words() {
        return label.isEmpty() ? name() : name() + " " + label;
    }

    String pointer() {
        return pointer;
    }

    /** The last word of the way to it, in small letters. */
    String name() {
        String last = pointer.substring(pointer.lastIndexOf('/') + 1);
        return last.replace("~1", "/").replace("~0", "~").toLowerCase(Locale.ROOT);
    }

    int count() {
        return values.size();
    }

    boolean isDistinct() {
        return new HashSet<>(values).size() == values.size();
    }

    int distinct() {
        return new HashSet<>(values).size();
    }

    boolean all(Predicate<String> test) {
        return !values.isEmpty() && values.stream().allMatch(test);
    }

    long howMany(Predicate<String> test) {
        return values.stream().filter(test).count();
    }

    double meanLength() {
        return values.stream().mapToInt(String::length).average().orElse(0);
    }

    List<String> values() {
        return values;
    }

    /** One value, short and on one line, as a comment may show it. */
    String sample() {
        String first = values.isEmpty() ? "" : values.get(0).replaceAll("\\s+", " ");
        return first.length() > SHOWN ? first.substring(0, SHOWN - 1) + "…" : first;
    }
}
