package io.satisflow.scoring.emotion;

/** What a word or phrase of {@code emotion/<language>.tsv} speaks for. */
enum Cue {
    ANGER,
    /** Thanks that are no thanks, praise that is none. */
    SARCASM,
    DISAPPOINTMENT,
    WORRY,
    GRATITUDE,
    JOY;

    long bit() {
        return 1L << ordinal();
    }
}
