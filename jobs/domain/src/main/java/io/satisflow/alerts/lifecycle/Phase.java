package io.satisflow.alerts.lifecycle;

import java.util.Locale;

/** Where an alert stands in its life. */
public enum Phase {
    /** It was pending, and went away before it fired. */
    INACTIVE,
    /** Observed, but not for long enough. */
    PENDING,
    FIRING,
    /** No longer observed, but not for long enough. */
    RECOVERING,
    RESOLVED,
    /** Nothing has been measured where something was expected. */
    NO_DATA;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** People are told of it. */
    public boolean isActive() {
        return this == FIRING || this == RECOVERING || this == NO_DATA;
    }

    public boolean isOver() {
        return this == INACTIVE || this == RESOLVED;
    }
}
