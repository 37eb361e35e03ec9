package io.satisflow.ticket;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a follow-up after the solution found. */
public enum FollowUpOutcome {
    SATISFIED,
    UNSATISFIED,
    UNSOLVED,
    UNREACHED;

    /** Whether we have failed, so that somebody with more say calls next. */
    boolean callsForSenior() {
        return this == UNSATISFIED || this == UNSOLVED;
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<FollowUpOutcome> named(String text) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.wireName().equalsIgnoreCase(text.trim()))
                .findFirst();
    }
}
