package io.satisflow.ticket;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a ticket stands. */
public enum TicketStatus {
    NEW,
    OPEN,
    PENDING,
    ON_HOLD,
    SOLVED,
    CLOSED;

    /** Whether the team considers it done: every clock stands still. */
    public boolean isSolved() {
        return this == SOLVED || this == CLOSED;
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty for a word that is none of them; such a change of status changes nothing. */
    public static Optional<TicketStatus> named(String text) {
        return Arrays.stream(values())
                .filter(status -> status.wireName().equalsIgnoreCase(text.trim()))
                .findFirst();
    }
}
