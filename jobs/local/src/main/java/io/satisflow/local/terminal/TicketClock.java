package io.satisflow.local.terminal;

import java.time.Instant;
import java.util.Comparator;

/**
 * A running clock of a ticket.
 *
 * @param due when the promise is broken, or was
 * @param standing what the clock has said of it
 */
public record TicketClock(String ticket, String clock, Instant due, Standing standing) {
    static final Comparator<TicketClock> BY_DUE = Comparator.comparing(TicketClock::due)
            .thenComparing(TicketClock::ticket)
            .thenComparing(TicketClock::clock);

    public enum Standing {
        RUNNING,
        PAUSED,
        WARNED,
        BREACHED;

        /** When it goes on; a word that was given stands. */
        Standing resumed() {
            return this == PAUSED ? RUNNING : this;
        }
    }
}
