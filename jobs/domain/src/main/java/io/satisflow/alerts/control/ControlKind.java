package io.satisflow.alerts.control;

/** What a person says. */
public enum ControlKind {
    /** Somebody has taken an alert on: it is neither repeated nor escalated, until it is resolved. */
    ACK,
    /** Nobody is to be told of some alerts for a while. */
    SILENCE,
    /** A silence ends earlier. */
    EXPIRE
}
