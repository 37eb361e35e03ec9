package io.satisflow.satisfaction.score;

/** Whom a row is for. */
public enum Audience {
    NOBODY,
    /** Those who draw how a window went, and who add to it what became known later. */
    STEPS,
    /** Those who watch how it stands. */
    PRESENT,
    BOTH;

    public static Audience of(boolean steps, boolean present) {
        if (steps) {
            return present ? BOTH : STEPS;
        }
        return present ? PRESENT : NOBODY;
    }

    public boolean isOfSteps() {
        return this == STEPS || this == BOTH;
    }

    public boolean isOfPresent() {
        return this == PRESENT || this == BOTH;
    }
}
