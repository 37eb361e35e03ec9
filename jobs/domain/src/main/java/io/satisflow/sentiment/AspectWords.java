package io.satisflow.sentiment;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The words by which an aspect is recognized.
 *
 * @param name of the aspect
 * @param words by language; a {@code *} at the end of one stands for any ending
 * @param except phrases that hold one of the words and are about something else
 */
public record AspectWords(String name, Map<String, List<String>> words, List<String> except) implements Serializable {

    public AspectWords {
        Map<String, List<String>> sorted = new TreeMap<>();
        words.forEach((language, list) -> sorted.put(language, List.copyOf(list)));
        words = Collections.unmodifiableMap(sorted);
        except = List.copyOf(except);
    }

    /** @param language the primary one alone, such as {@code en} */
    public List<String> in(String language) {
        return words.getOrDefault(language, List.of());
    }
}
