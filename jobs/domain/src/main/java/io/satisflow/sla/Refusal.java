package io.satisflow.sla;

import java.util.Locale;

/** Why an event of a ticket is not used. */
public enum Refusal {
    /** The same event again; nothing is lost. */
    DUPLICATE,
    /** The ticket has more events than are kept. */
    LOG_FULL,
    /** It happened so long ago that its ticket has been forgotten, if it ever was known. */
    TOO_LATE,
    /** Nobody ever told of the ticket's creation, so there was nothing to clock. */
    NEVER_CREATED;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
