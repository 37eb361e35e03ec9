package io.satisflow.flink.io;

import java.util.Locale;

/** The topics of ours, in the order of the way of the data. The jobs write all of them but those that people write: policies, controls, erasures. */
public enum Topic {
    FEEDBACK,
    TICKET_EVENTS,
    SLA_POLICIES,
    SCORED_FEEDBACK,
    SLA_EVENTS,
    SATISFACTION_NOW,
    SATISFACTION_STEPS,
    SATISFACTION_PANES,
    DRIFT_SIGNALS,
    ALERTS,
    ALERT_CONTROLS,
    CUSTOMER_ERASURES,
    NOTIFICATIONS,
    DEAD_LETTERS;

    /** Whether only the last record of each key is of interest, so that readers may begin at the beginning. */
    public boolean isCompacted() {
        return this == SLA_POLICIES || this == SATISFACTION_NOW || this == ALERTS || this == CUSTOMER_ERASURES;
    }

    /** Whether jobs of ours take the time from it. */
    boolean isReadByJobs() {
        return this == FEEDBACK || this == TICKET_EVENTS || this == SCORED_FEEDBACK;
    }

    /** Whether that job's marks say how far this topic may be read; two jobs write dead letters, nobody marks policies. */
    boolean isMarkedBy(String job) {
        return switch (this) {
            case FEEDBACK, TICKET_EVENTS -> job.equals("intake");
            case SCORED_FEEDBACK -> job.equals("scoring");
            case SLA_POLICIES, ALERT_CONTROLS, CUSTOMER_ERASURES -> false;
            default -> true;
        };
    }

    /** The name people use, such as {@code ticket-events}. */
    public String shortName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
