package io.satisflow.sla;

import java.util.Locale;

/** Why an event of a ticket is not used. */
public enum TicketEventRefusal {
    /** The same event again; nothing is lost. */
    DUPLICATE,
    /** It does not say what events of its type must say. */
    MALFORMED,
    /** It happened so long ago that all that was said since cannot be told again. */
    TOO_LATE;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
