package io.satisflow.local.cli.text;

import io.satisflow.local.cli.option.LanguageChoice;
import io.satisflow.text.TextLanguage;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The languages of texts that belong together: one that does not tell its own is taken to be in the language of most. */
public final class TextLanguages {
    private TextLanguages() {}

    /** @return the language of each text, in order */
    public static List<String> of(List<String> texts, LanguageChoice choice) {
        List<String> told = texts.stream().map(choice::of).toList();
        String most = most(told);
        return told.stream()
                .map(language -> language.equals(TextLanguage.UNDETERMINED) ? most : language)
                .toList();
    }

    /** The most frequent of those that were told. */
    public static String most(List<String> languages) {
        Map<String, Integer> counts = new TreeMap<>();
        languages.stream()
                .filter(told -> !told.equals(TextLanguage.UNDETERMINED))
                .forEach(told -> counts.merge(told, 1, Integer::sum));
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(TextLanguage.UNDETERMINED);
    }
}
