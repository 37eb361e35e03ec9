package io.satisflow.scoring.idioms;

import io.satisflow.scoring.linear.ModelLanguage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** Reads {@code idioms/<language>.tsv}; its head says how lines are written. */
final class IdiomTable {
    private static final Pattern NAMED = Pattern.compile("([A-Z]+)=(.*)");

    /**
     * @param follows read from where what begins the idiom ends
     * @param plain what it says
     */
    record Idiom(Pattern follows, String plain) {}

    private IdiomTable() {}

    /** By what they begin with, in the order of the file. */
    static Map<String, List<Idiom>> of(ModelLanguage language) {
        Map<String, String> names = new HashMap<>();
        Map<String, List<Idiom>> idioms = new HashMap<>();
        String separator = language == ModelLanguage.ENGLISH ? "\\|" : "";
        for (String line : lines("/io/satisflow/scoring/idioms/%s.tsv".formatted(language.code()))) {
            var named = NAMED.matcher(line);
            if (named.matches()) {
                names.put("{" + named.group(1) + "}", expanded(named.group(2), names));
                continue;
            }
            String[] cells = line.split("\t", -1);
            Pattern follows = Pattern.compile(expanded(cells[1], names), Pattern.CASE_INSENSITIVE);
            for (String beginning : cells[0].split(separator)) {
                idioms.computeIfAbsent(beginning, any -> new ArrayList<>()).add(new Idiom(follows, cells[2]));
            }
        }
        return idioms;
    }

    private static String expanded(String pattern, Map<String, String> names) {
        String expanded = pattern;
        for (Map.Entry<String, String> name : names.entrySet()) {
            expanded = expanded.replace(name.getKey(), name.getValue());
        }
        return expanded;
    }

    private static List<String> lines(String resource) {
        try (InputStream in = Objects.requireNonNull(IdiomTable.class.getResourceAsStream(resource), resource);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be read".formatted(resource), e);
        }
    }
}
