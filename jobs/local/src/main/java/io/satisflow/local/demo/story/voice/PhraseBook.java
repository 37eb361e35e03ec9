package io.satisflow.local.demo.story.voice;

import io.satisflow.local.demo.story.shop.Tongue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What is said, by language and section: a line each, with slots that {@link Speech} fills. */
final class PhraseBook {
    private final Map<Tongue, Map<String, List<String>>> byTongue = new EnumMap<>(Tongue.class);

    PhraseBook() {
        for (Tongue tongue : Tongue.values()) {
            byTongue.put(tongue, read("phrases_%s.txt".formatted(tongue.tag())));
        }
    }

    /** @throws IllegalArgumentException when there is no such section */
    List<String> of(Tongue tongue, String section) {
        List<String> lines = Objects.requireNonNull(byTongue.get(tongue)).get(section);
        if (lines == null) {
            throw new IllegalArgumentException("phrases_%s.txt has no section [%s]".formatted(tongue.tag(), section));
        }
        return lines;
    }

    private static Map<String, List<String>> read(String name) {
        Map<String, List<String>> sections = new HashMap<>();
        try (InputStream in = Objects.requireNonNull(PhraseBook.class.getResourceAsStream(name), name);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            List<String> section = new ArrayList<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("[")) {
                    section = new ArrayList<>();
                    sections.put(line.substring(1, line.indexOf(']')), section);
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    section.add(line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
        return sections;
    }
}
