package io.satisflow.sla;

import java.util.Locale;

/** Why an event of a ticket is not used. */
public enum TicketEventRefusal {
    /** The same event again; nothing is lost. */
    DUPLICATE,
    /** It does not say what events of its type must say. */
    MALFORMED,
    /** The ticket has more events than are kept. */
    LOG_FULL,
    /** It happened so long ago that its ticket has been forgotten, if it ever was known. */
    TOO_LATE,
    /** Its creation never came, or the ticket has been forgotten since it closed, so there is nothing to clock. */
    UNKNOWN_TICKET;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
