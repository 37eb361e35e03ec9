package io.satisflow.sentiment;

import io.satisflow.config.ConfigException;
import io.satisflow.config.ConfigFile;
import io.satisflow.config.ConfigNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads the aspects that texts are searched for, as {@code config/aspects.yaml} shows them. */
public final class AspectsFile {
    /** Where the words of aspects can be given for: the languages whose texts are scored. */
    private static final List<String> LANGUAGES = List.of("en", "zh");

    private static final String EXCEPT = "except";
    private static final String OFF = "off";
    private static final String SHIPPED = "aspects.yaml";
    private static final int LONGEST_WORD = 60;
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{Nd}_-]+");

    private AspectsFile() {}

    /** @throws ConfigException with everything that is wrong in it */
    public static AspectVocabulary read(Path file) {
        return read(ConfigFile.read(file));
    }

    /** The aspects that come with Satisflow, which hold where no file is configured. */
    public static AspectVocabulary shipped() {
        try (InputStream in = AspectsFile.class.getResourceAsStream(SHIPPED)) {
            if (in == null) {
                throw new IllegalStateException("The shipped %s is not on the class path".formatted(SHIPPED));
            }
            return read(ConfigFile.parse(SHIPPED, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException("The shipped %s cannot be read".formatted(SHIPPED), e);
        }
    }

    /** @throws ConfigException with everything that is wrong in it */
    public static AspectVocabulary read(ConfigNode root) {
        root.allowOnly("aspects");
        ConfigNode aspects = root.require("aspects");
        List<AspectWords> words =
                ConfigNode.readEach(aspects.entries().entrySet(), entry -> aspect(entry.getKey(), entry.getValue()));
        if (words.isEmpty()) {
            throw aspects.problem("names no aspect; write at least one, such as price: {en: [price, expensive]}");
        }
        return aspects.build(() -> new AspectVocabulary(words));
    }

    private static AspectWords aspect(String name, ConfigNode node) {
        if (!NAME.matcher(name).matches()) {
            throw node.problem("\"%s\" cannot name an aspect; write letters, digits, _ and - alone".formatted(name));
        }
        node.allowOnly(allowedKeys());
        Map<String, List<String>> words = new TreeMap<>();
        List<String> off = node.find(OFF)
                .map(list -> ConfigNode.readEach(list.items(), item -> item.value(AspectsFile::language)))
                .orElse(List.of());
        for (String language : LANGUAGES) {
            node.find(language).ifPresent(list -> {
                List<String> read = words(list);
                words.put(language, off.contains(language) ? List.of() : read);
            });
        }
        if (off.isEmpty() && words.values().stream().allMatch(List::isEmpty)) {
            throw node.problem("has no words; write some, such as {en: [price, expensive], zh: [价格]}");
        }
        return new AspectWords(
                name, words, node.find(EXCEPT).map(AspectsFile::words).orElse(List.of()));
    }

    private static String[] allowedKeys() {
        List<String> keys = new ArrayList<>(LANGUAGES);
        keys.add(EXCEPT);
        keys.add(OFF);
        return keys.toArray(String[]::new);
    }

    private static String language(String code) {
        if (!LANGUAGES.contains(code)) {
            throw new IllegalArgumentException(
                    "\"%s\" is no language of aspects; one of: %s".formatted(code, String.join(", ", LANGUAGES)));
        }
        return code;
    }

    private static List<String> words(ConfigNode list) {
        Set<String> seen = new HashSet<>();
        return ConfigNode.readEach(list.items(), node -> {
            String word = word(node);
            if (!seen.add(word.toLowerCase(Locale.ROOT))) {
                throw node.problem("\"%s\" stands twice in this list; keep one of them".formatted(word));
            }
            return word;
        });
    }

    private static String word(ConfigNode node) {
        String word = node.text().strip();
        int star = word.indexOf('*');
        if (star >= 0 && star < word.length() - 1) {
            throw node.problem("\"%s\": * stands for any ending, so it can only be the last character".formatted(word));
        }
        if (word.codePoints().noneMatch(Character::isLetterOrDigit)) {
            throw node.problem("\"%s\" is no word; write letters or digits".formatted(word));
        }
        if (word.length() > LONGEST_WORD) {
            throw node.problem("is %d characters long; expected at most %d".formatted(word.length(), LONGEST_WORD));
        }
        return word;
    }
}
