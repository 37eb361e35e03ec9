package io.satisflow.channel.draft.rating;

import io.satisflow.channel.draft.text.DraftLine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Words that stand for a rating, each with what it is worth from 1 to 5.
 *
 * @param worth by the word in small letters
 */
record WordScale(Map<String, Integer> worth) {
    /** The first that knows all words of a field is meant: good is 5 beside bad, and 4 beside excellent. */
    private static final List<WordScale> KNOWN = List.of(
            of("one", "two", "three", "four", "five"),
            new WordScale(Map.of("good", 5, "bad", 1)),
            new WordScale(Map.of("great", 5, "okay", 3, "ok", 3, "not good", 1)),
            new WordScale(Map.of("好评", 5, "中评", 3, "差评", 1)),
            of("very dissatisfied", "dissatisfied", "neutral", "satisfied", "very satisfied"),
            of(
                    "very dissatisfied",
                    "dissatisfied",
                    "neither satisfied nor dissatisfied",
                    "satisfied",
                    "very satisfied"),
            of(
                    "very dissatisfied",
                    "somewhat dissatisfied",
                    "neither satisfied nor dissatisfied",
                    "somewhat satisfied",
                    "very satisfied"),
            of(
                    "extremely dissatisfied",
                    "somewhat dissatisfied",
                    "neither satisfied nor dissatisfied",
                    "somewhat satisfied",
                    "extremely satisfied"),
            of("very poor", "poor", "average", "good", "excellent"),
            of("very poor", "poor", "fair", "good", "very good"),
            of("poor", "fair", "good", "very good", "excellent"),
            of("sehr unzufrieden", "unzufrieden", "neutral", "zufrieden", "sehr zufrieden"),
            of("very difficult", "difficult", "neutral", "easy", "very easy"),
            of("very difficult", "difficult", "neither easy nor difficult", "easy", "very easy"),
            of("非常不满意", "不满意", "一般", "满意", "非常满意"),
            of("很不满意", "不满意", "一般", "满意", "很满意"));

    private static WordScale of(String one, String two, String three, String four, String five) {
        return new WordScale(Map.of(one, 1, two, 2, three, 3, four, 4, five, 5));
    }

    static Optional<WordScale> of(List<String> words) {
        return KNOWN.stream()
                .filter(scale ->
                        words.stream().allMatch(word -> scale.worth().containsKey(word.toLowerCase(Locale.ROOT))))
                .findFirst();
    }

    /** All words of the scale that is known, written as those of the sample; without one, a blank to fill in for each. */
    static String yaml(List<String> said, @Nullable WordScale known) {
        if (known == null) {
            return said.stream().map(word -> DraftLine.quoted(word) + ": ?").collect(Collectors.joining(", "));
        }
        Map<String, Integer> values = new LinkedHashMap<>();
        said.forEach(word -> values.put(word, known.worth().get(word.toLowerCase(Locale.ROOT))));
        known.worth().entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> values.putIfAbsent(like(said.get(0), entry.getKey()), entry.getValue()));
        return values.entrySet().stream()
                .map(entry -> DraftLine.quoted(entry.getKey()) + ": " + entry.getValue())
                .collect(Collectors.joining(", "));
    }

    /** In capitals, or with one at the beginning, as the other is. */
    private static String like(String written, String word) {
        if (written.length() > 1 && written.equals(written.toUpperCase(Locale.ROOT))) {
            return word.toUpperCase(Locale.ROOT);
        }
        return Character.isUpperCase(written.charAt(0))
                ? word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1)
                : word;
    }
}
