package io.satisflow.sentiment;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a customer shows of their feelings in a message, in one word. The scorer says how content somebody is; this tells whoever
 * answers how to.
 */
public enum Emotion {
    /** Reproach, insult, mockery, an ultimatum. */
    ANGER,
    /** What was had is worse than what was hoped for, and it is said without reproach. */
    DISAPPOINTMENT,
    /** Something bad may come of it. */
    WORRY,
    GRATITUDE,
    /** Praise and delight. */
    JOY,
    NONE;

    /** As it stands in files, such as {@code gratitude}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty for any word that is not an emotion. */
    public static Optional<Emotion> ofWireName(String word) {
        return Arrays.stream(values())
                .filter(emotion -> emotion.wireName().equals(word))
                .findFirst();
    }
}
