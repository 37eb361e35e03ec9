package io.satisflow.channel.draft.column;

import io.satisflow.channel.field.time.TimeShape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What stands at one place of the sampled records. */
public final class SampledField {
    private static final int SHOWN = 60;
    /** What databases and feeds put below a name, to say of what type its value is. */
    private static final Pattern TYPE =
            Pattern.compile("(?<=/[^/]{1,200})(?:/\\$[A-Za-z]+|/S|/N|/BOOL|/value|/label|/#text)+$");

    private static final int MOST_FURTHER = 60;

    private final String pointer;
    private final List<String> values = new ArrayList<>();
    private String label = "";
    private boolean isDocument;
    private @Nullable List<TimeShape> shapes;
    private @Nullable Boolean ambiguous;
    private final Set<String> seen = new HashSet<>();
    private int further;

    public SampledField(String pointer) {
        this.pointer = pointer;
    }

    public void add(String value) {
        if (!value.isBlank()) {
            values.add(value.strip());
        }
    }

    /**
     * Takes what stands there in a record behind the sample, if it says something new of how the field is to be read: a time that is
     * written in another way, or one more of few words.
     */
    public void addFurther(String value) {
        String word = value.strip();
        if (word.isEmpty() || values.isEmpty() || further >= MOST_FURTHER || !isNews(word)) {
            return;
        }
        values.add(word);
        seen().add(word);
        further++;
        shapes = null;
        ambiguous = null;
    }

    private boolean isNews(String word) {
        if (seen().contains(word)) {
            return false;
        }
        if (SignsForNothing.isOne(word)) {
            return true;
        }
        List<TimeShape> known = timeShapes();
        if (known.isEmpty()) {
            return seen().size() <= MOST_FURTHER && word.length() <= SHOWN;
        }
        boolean isRead = known.stream().anyMatch(shape -> shape.reads(word));
        return !isRead || (isAmbiguous() && known.stream().noneMatch(shape -> shape.isAmbiguousFor(List.of(word))));
    }

    /** Whether nothing that stands there shows which is day and which is month. */
    public boolean isAmbiguous() {
        List<TimeShape> known = timeShapes();
        Boolean ready = ambiguous;
        if (ready == null) {
            ready = known.size() == 1 && known.get(0).isAmbiguousFor(said());
            ambiguous = ready;
        }
        return ready;
    }

    private Set<String> seen() {
        if (seen.isEmpty()) {
            seen.addAll(values);
        }
        return seen;
    }

    /** What stands there and is not only the sign for nothing. */
    public Set<String> said() {
        return values.stream()
                .filter(value -> !SignsForNothing.isOne(value))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The signs for nothing that were seen. */
    public List<String> placeholders() {
        return values.stream().filter(SignsForNothing::isOne).distinct().toList();
    }

    public boolean allSaid(Predicate<String> test) {
        Set<String> said = said();
        return !said.isEmpty() && said.stream().allMatch(test);
    }

    /** Its words are those of parts, among other things. */
    public void isDocument(boolean itIs) {
        isDocument |= itIs;
    }

    public boolean isDocument() {
        return isDocument;
    }

    /** How times are written there; none when not all are times. */
    public List<TimeShape> timeShapes() {
        List<TimeShape> known = shapes;
        if (known == null) {
            known = TimeShape.covering(said());
            shapes = known;
        }
        return known;
    }

    /** What a further line of the header calls it. */
    public void label(String text) {
        label = label.isEmpty() ? text.replaceAll("\\s+", " ").toLowerCase(Locale.ROOT) : label;
    }

    /** Its name, and what else the header says of it. */
    public String words() {
        return label.isEmpty() ? name() : name() + " " + label;
    }

    public String pointer() {
        return pointer;
    }

    /** The last word of the way to it that says something, in small letters. */
    public String name() {
        String way = TYPE.matcher(pointer).replaceFirst("");
        String last = way.substring(way.lastIndexOf('/') + 1);
        return last.replace("~1", "/").replace("~0", "~").toLowerCase(Locale.ROOT);
    }

    /** Its name in small letters and single words, and that of what it belongs to where it has none of its own: {@code status name}. */
    public String called() {
        String[] way = pointer.toLowerCase(Locale.ROOT).replace("~1", "/").split("/");
        String name = name();
        boolean isNameless = name.matches("name|id|key|title|email|display_?name|\\d+") && way.length > 2;
        String whole = isNameless ? way[way.length - 2] + " " + name : name;
        return whole.replaceAll("[_\\-()（）\\[\\]:：/\\s]+", " ").strip();
    }

    /** The more records have it the nearer to 1. */
    public double presence() {
        return values.size() / (values.size() + 100.0);
    }

    public int count() {
        return values.size();
    }

    public boolean isDistinct() {
        return new HashSet<>(values).size() == values.size();
    }

    public int distinct() {
        return new HashSet<>(values).size();
    }

    public boolean all(Predicate<String> test) {
        return !values.isEmpty() && values.stream().allMatch(test);
    }

    public long howMany(Predicate<String> test) {
        return values.stream().filter(test).count();
    }

    public double meanLength() {
        return values.stream().mapToInt(String::length).average().orElse(0);
    }

    public List<String> values() {
        return values;
    }

    /** One value, short and on one line, as a comment may show it: one that says something, if any does. */
    public String sample() {
        String first = values.stream()
                .filter(value -> !SignsForNothing.isOne(value))
                .findFirst()
                .orElse(values.isEmpty() ? "" : values.get(0))
                .replaceAll("\\s+", " ");
        return first.length() > SHOWN ? first.substring(0, SHOWN - 1) + "…" : first;
    }
}
