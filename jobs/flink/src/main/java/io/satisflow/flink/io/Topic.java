package io.satisflow.flink.io;

import java.util.Locale;

/** The topics that the jobs write, in the order of the way of the data. */
public enum Topic {
    FEEDBACK,
    TICKET_EVENTS,
    SCORED_FEEDBACK,
    SLA_EVENTS,
    SATISFACTION_NOW,
    SATISFACTION_STEPS,
    SATISFACTION_PANES,
    DRIFT_SIGNALS,
    ALERTS,
    NOTIFICATIONS,
    DEAD_LETTERS;

    /** The name people use, such as {@code ticket-events}. */
    public String shortName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
