package io.satisflow.drift.signal;

import java.util.Locale;

/** What a signal says of a drift. */
public enum DriftPhase {
    /** A score has moved. */
    DRIFTED,
    /** It is back where it was. */
    ENDED,
    /** It has stayed for so long, or moved on, that where it stands counts as normal from now on. */
    SETTLED,
    /** Nothing has been measured for a while, so nobody knows. */
    NO_DATA;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Nothing more is said of the drift. */
    public boolean isOver() {
        return this == ENDED || this == SETTLED;
    }
}
