package io.satisflow.scoring.plain;

import io.satisflow.scoring.aspects.PhraseTrie;
import io.satisflow.scoring.linear.ModelLanguage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;

/** What the phrases do that begin at a place of a text. For one thread. */
final class Sayings {
    private static final int FIRSTS = 1 << 13;

    private final PhraseTrie phrases = new PhraseTrie();
    private final PhraseTrie.Finding finding = this::found;
    /** For each character by its last bits: whether a phrase begins with one like it. */
    private final boolean[] firsts = new boolean[FIRSTS];

    private long things;
    private int judged;
    private int passed;
    private int greeted;

    Sayings(ModelLanguage language) {
        String resource = "/io/satisflow/scoring/plain/%s.tsv".formatted(language.code());
        try (InputStream in = Objects.requireNonNull(Sayings.class.getResourceAsStream(resource), resource);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("# ")).forEach(this::add);
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be read".formatted(resource), e);
        }
    }

    private void add(String line) {
        String[] cells = line.split("\t", 2);
        Saying saying = Saying.valueOf(cells[0].toUpperCase(Locale.ROOT));
        for (String phrase : cells[1].split("\\|")) {
            phrases.add(phrase, saying.bit());
            char first = phrase.charAt(0);
            firsts[first & (FIRSTS - 1)] = true;
            firsts[Character.toUpperCase(first) & (FIRSTS - 1)] = true;
        }
    }

    void read(String text, int start) {
        things = 0;
        judged = start;
        passed = start;
        greeted = start;
        if (firsts[text.charAt(start) & (FIRSTS - 1)]) {
            phrases.phrasesAt(text, start, text.length(), finding);
        }
    }

    private void found(long found, int end) {
        things |= found;
        judged = Saying.JUDGES.isAmong(found) ? end : judged;
        passed = Saying.PASSES.isAmong(found) ? end : passed;
        greeted = Saying.GREETS.isAmong(found) ? end : greeted;
    }

    boolean say(Saying saying) {
        return saying.isAmong(things);
    }

    /** A longer phrase that passes takes the judging word with it. */
    boolean judge() {
        return say(Saying.JUDGES) && judged > passed;
    }

    /** Where the longest phrase ends that passes; where it was read when there is none. */
    int endOfPassing() {
        return passed;
    }

    /** Where the longest greeting ends; where it was read when there is none. */
    int endOfGreeting() {
        return greeted;
    }
}
