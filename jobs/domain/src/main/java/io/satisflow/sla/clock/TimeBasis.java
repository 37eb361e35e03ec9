package io.satisflow.sla.clock;

import java.util.Locale;

/** Which time a target counts. */
public enum TimeBasis {
    /** The working time of the policy's calendar. */
    BUSINESS,
    /** Every hour of every day. */
    WALL;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
