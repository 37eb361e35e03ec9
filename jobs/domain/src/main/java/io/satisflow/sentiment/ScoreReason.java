package io.satisflow.sentiment;

import java.util.Locale;

/** Why a text has no score, or not that of the scorer that was asked for. */
public enum ScoreReason {
    /** The scorer does not know the language. */
    LANGUAGE,
    /** There is nothing to read. */
    BLANK,
    /** It has more tokens than are given to a slow scorer. */
    TOKENS,
    /** The scorer failed on it, and would do so again. */
    FAILED;

    /** As it stands on topics, such as {@code tokens}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
