package io.satisflow.sla;

/** How a ticket as a whole keeps its promises. */
public enum TicketStanding {
    ACTIVE,
    ACTIVE_WITH_MISSES,
    MET,
    MISSED;

    static TicketStanding of(boolean ended, boolean missed) {
        if (ended) {
            return missed ? MISSED : MET;
        }
        return missed ? ACTIVE_WITH_MISSES : ACTIVE;
    }
}
