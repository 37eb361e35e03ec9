package io.satisflow.scoring.plain;

/** What a phrase of {@code plain/<language>.tsv} does where it stands. */
enum Saying {
    ASKS,
    ASKS_WITH_MARK,
    TELLS,
    GREETS,
    JUDGES,
    PASSES;

    long bit() {
        return 1L << ordinal();
    }

    boolean isAmong(long things) {
        return (things & bit()) != 0;
    }
}
