package io.satisflow.local.speech;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Errors, notes and progress in Chinese. They are written where they come about, in English, also by code that knows nothing of
 * languages; here a finished sentence is recognized by its form, and what stands in it is put into the Chinese one.
 */
public final class Sentences {
    private static final String CATALOGUE = "sentences_zh_CN.po";
    private static final String SETTINGS = "settings_zh_CN.po";
    private static final Pattern ENTRY = Pattern.compile("(msgid|msgstr) \"(.*)\"");
    private static final Pattern ESCAPED = Pattern.compile("\\\\(.)");
    /** What is wrong in a file begins with its place and its key. */
    private static final Pattern PLACED = Pattern.compile("(\\S.*?:\\d+:\\d+: (?:[^\\s:]+: )?)(.+)");

    private static final String PART = ": ";
    private static final String STOP = ".";

    private final List<SentenceForm> forms;

    private Sentences(List<SentenceForm> forms) {
        this.forms = forms;
    }

    public static Sentences inChinese() {
        return of(CATALOGUE);
    }

    /** What may stand in a setting, as the reference of the settings says it. */
    public static Sentences ofSettingsInChinese() {
        return of(SETTINGS);
    }

    /** For what is put together here and not told by somebody else: the Chinese form of a sentence with its places, or itself. */
    public static UnaryOperator<String> formsInChinese() {
        Map<String, String> forms = catalogue();
        return english -> forms.getOrDefault(english, english);
    }

    private static Sentences of(String file) {
        List<SentenceForm> forms = new ArrayList<>();
        catalogue(file).forEach((english, chinese) -> forms.add(SentenceForm.of(english, chinese)));
        forms.sort(Comparator.comparingInt(SentenceForm::letters).reversed());
        return new Sentences(forms);
    }

    /** English forms with their Chinese ones. */
    static Map<String, String> catalogue() {
        return catalogue(CATALOGUE);
    }

    private static Map<String, String> catalogue(String name) {
        Map<String, String> entries = new LinkedHashMap<>();
        try (InputStream file = Sentences.class.getResourceAsStream(name);
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(file, name), StandardCharsets.UTF_8))) {
            String english = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher entry = ENTRY.matcher(line);
                if (!entry.matches()) {
                    continue;
                }
                String text = ESCAPED.matcher(entry.group(2)).replaceAll("$1");
                if (entry.group(1).equals("msgid")) {
                    english = text;
                } else if (!english.isEmpty()) {
                    entries.put(english, text);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entries;
    }

    /** A line in Chinese, as far as it is known; the space that it begins with stays. */
    public String translate(String line) {
        String text = line.strip();
        if (text.isEmpty()) {
            return line;
        }
        int at = line.indexOf(text);
        return line.substring(0, at) + known(text).orElse(text) + line.substring(at + text.length());
    }

    private Optional<String> known(String text) {
        Matcher placed = PLACED.matcher(text);
        if (placed.matches()) {
            return known(placed.group(2)).map(rest -> placed.group(1) + rest);
        }
        for (SentenceForm form : forms) {
            Optional<String> said = form.say(text, this::translate);
            if (said.isPresent()) {
                return said;
            }
        }
        return withoutStop(text).or(() -> ofItsEnd(text));
    }

    /** What is said within a note ends with the note's full stop. */
    private Optional<String> withoutStop(String text) {
        return text.endsWith(STOP)
                ? known(text.substring(0, text.length() - STOP.length())).map(said -> said + "。")
                : Optional.empty();
    }

    /** What is wrong often stands behind what it is about: {@code --for 3x: "3x" is not a duration}. */
    private Optional<String> ofItsEnd(String text) {
        int part = text.indexOf(PART);
        if (part < 0) {
            return Optional.empty();
        }
        String head = text.substring(0, part + PART.length());
        return known(text.substring(part + PART.length()).strip()).map(end -> head + end);
    }
}
