package io.satisflow.scoring.idioms;

import io.satisflow.scoring.linear.ModelLanguage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code idioms/<language>.tsv}; its head says how lines are written. */
final class IdiomTable {
    private static final Pattern NAMED = Pattern.compile("([A-Z]+)=(.*)");

    /**
     * @param beginnings words, one of which it begins with
     * @param follows a pattern that is read from where that word ends
     * @param plain what it says
     */
    record Idiom(Set<String> beginnings, String follows, String plain) {}

    private IdiomTable() {}

    /**
     * In the order of the file.
     *
     * @param asked whether those that are put as questions, or all others
     */
    static List<Idiom> of(ModelLanguage language, boolean asked) {
        Map<String, String> names = new HashMap<>();
        List<Idiom> idioms = new ArrayList<>();
        String separator = language == ModelLanguage.ENGLISH ? "\\|" : "";
        String resource = "/io/satisflow/scoring/idioms/%s%s.tsv".formatted(language.code(), asked ? "-asked" : "");
        for (String line : lines(resource)) {
            var named = NAMED.matcher(line);
            if (named.matches()) {
                names.put("{" + named.group(1) + "}", expanded(named.group(2), names));
                continue;
            }
            String[] cells = line.split("\t", -1);
            idioms.add(new Idiom(
                    Set.copyOf(Arrays.asList(cells[0].split(separator))), expanded(cells[1], names), cells[2]));
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
