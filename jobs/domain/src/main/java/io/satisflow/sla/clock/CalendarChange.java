package io.satisflow.sla.clock;

/** How the time is counted of a ticket that another calendar came to apply to (rule 9). */
public enum CalendarChange {
    /** Each stretch by the calendar that was in force then. */
    EACH_STRETCH,
    /** All of it by the last calendar. */
    LAST_ONLY
}
