package io.satisflow.scoring;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Answers to an open question that say that there is nothing to say: "Nothing", "N/A", 无. Models read the bare word as a complaint,
 * and a survey has many of them.
 */
final class NothingSaid {
    /** Longer texts say something. */
    private static final int LONGEST = 40;

    private static final Set<String> ANSWERS = answers();

    private NothingSaid() {}

    private static Set<String> answers() {
        String name = "/io/satisflow/scoring/nothing-said.txt";
        try (InputStream in = Objects.requireNonNull(NothingSaid.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException("%s cannot be read".formatted(name), e);
        }
    }

    /** @param text without marks, of any language */
    static boolean in(String text) {
        return text.length() <= LONGEST && ANSWERS.contains(words(text));
    }

    /** In small letters, one blank for whatever stands between words; without an expression, since every text comes by. */
    private static String words(String text) {
        StringBuilder words = new StringBuilder(text.length());
        boolean gap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                words.append(gap && words.length() > 0 ? " " : "").append(Character.toLowerCase(c));
                gap = false;
            } else if (c != '\'' && c != '\u2019') {
                gap = true;
            }
        }
        return words.toString();
    }
}
