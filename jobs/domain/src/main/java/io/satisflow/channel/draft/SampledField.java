package io.satisflow.channel.draft;

import io.satisflow.channel.field.TimeShape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What stands at one place of the sampled records. */
final class SampledField {
    private static final int SHOWN = 60;
    /** What databases and feeds put below a name, to say of what type its value is. */
    private static final Pattern TYPE =
            Pattern.compile("(?<=/[^/]{1,200})(?:/\\$[A-Za-z]+|/S|/N|/BOOL|/value|/label|/#text)+$");

    private final String pointer;
    private final List<String> values = new ArrayList<>();
    private String label = "";
    private boolean isDocument;
    private @Nullable List<TimeShape> shapes;

    SampledField(String pointer) {
        this.pointer = pointer;
    }

    void add(String value) {
        if (!value.isBlank()) {
            values.add(value.strip());
        }
    }

    /** Its words are those of parts, among other things. */
    void isDocument(boolean itIs) {
        isDocument |= itIs;
    }

    boolean isDocument() {
        return isDocument;
    }

    /** How times are written there; none when not all are times. */
    List<TimeShape> timeShapes() {
        List<TimeShape> known = shapes;
        if (known == null) {
            known = values.isEmpty() ? List.of() : TimeShape.covering(new HashSet<>(values));
            shapes = known;
        }
        return known;
    }

    /** What a further line of the header calls it. */
    void label(String text) {
        label = label.isEmpty() ? text.replaceAll("\\s+", " ").toLowerCase(Locale.ROOT) : label;
    }

    /** Its name, and what else the header says of it. */
    String words() {
        return label.isEmpty() ? name() : name() + " " + label;
    }

    String pointer() {
        return pointer;
    }

    /** The last word of the way to it that says something, in small letters. */
    String name() {
        String way = TYPE.matcher(pointer).replaceFirst("");
        String last = way.substring(way.lastIndexOf('/') + 1);
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
