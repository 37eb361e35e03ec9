package io.satisflow.sla.reconcile;

import java.util.Locale;

/** How a promise came out. */
public enum Outcome {
    MET,
    MISSED,
    /** Neither kept nor broken yet. */
    RUNNING,
    /** Taken back before it was decided. */
    CANCELLED;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
