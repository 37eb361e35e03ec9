package io.satisflow.sentiment;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The one word for a text. Models count on the order of the first three: it is that of their margins. */
public enum SentimentLabel {
    NEGATIVE,
    NEUTRAL,
    POSITIVE,
    /** No scorer knows the language, or there is nothing to score. Never a guess, and never to be counted as neutral. */
    NOT_SCORED;

    /** As it stands on topics and in files, such as {@code not_scored}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty for any word that is not a label. */
    public static Optional<SentimentLabel> ofWireName(String word) {
        return Arrays.stream(values())
                .filter(label -> label.wireName().equals(word))
                .findFirst();
    }
}
