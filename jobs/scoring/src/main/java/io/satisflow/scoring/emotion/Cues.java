package io.satisflow.scoring.emotion;

import io.satisflow.scoring.aspects.PhraseTrie;
import io.satisflow.scoring.linear.ModelLanguage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;

/** Counts how often each cue stands in a text, and how loud it is. For one thread. */
final class Cues {
    private final PhraseTrie phrases = new PhraseTrie();
    private final int[] counts = new int[Cue.values().length];
    private final PhraseTrie.Finding counting = (things, stop) -> count(things);
    private int exclamations;
    private int questions;
    private int shouted;

    Cues(ModelLanguage language) {
        String resource = "/io/satisflow/scoring/emotion/%s.tsv".formatted(language.code());
        try (InputStream in = Objects.requireNonNull(Cues.class.getResourceAsStream(resource), resource);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("# "))
                    .forEach(this::add);
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be read".formatted(resource), e);
        }
    }

    private void add(String line) {
        String[] cells = line.split("\t", 2);
        Cue cue = Cue.valueOf(cells[0].toUpperCase(Locale.ROOT));
        for (String phrase : cells[1].split("\\|")) {
            phrases.add(phrase, cue.bit());
        }
    }

    void read(String text, int end) {
        Arrays.fill(counts, 0);
        exclamations = 0;
        questions = 0;
        shouted = 0;
        int capitals = 0;
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            phrases.phrasesAt(text, i, end, counting);
            exclamations += c == '!' || c == '\uff01' ? 1 : 0;
            questions += c == '?' || c == '\uff1f' ? 1 : 0;
            capitals = c >= 'A' && c <= 'Z' ? capitals + 1 : 0;
            // A code such as that of an airport has three letters.
            shouted += capitals == 4 ? 1 : 0;
        }
    }

    private void count(long things) {
        for (int cue = 0; cue < counts.length; cue++) {
            counts[cue] += (int) (things >>> cue & 1);
        }
    }

    int of(Cue cue) {
        return counts[cue.ordinal()];
    }

    /** Several exclamation or question marks, or words in capitals. */
    boolean isLoud() {
        return exclamations > 1 || questions > 2 || (exclamations > 0 && questions > 0) || shouted > 1;
    }

    boolean asks() {
        return questions > 0;
    }
}
