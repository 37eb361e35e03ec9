package io.satisflow.sla.clock;

import java.util.Locale;

/** What a clock can say. */
public enum SlaEventType {
    ACTIVATE,
    /** A changed priority or another policy gave it another target. */
    APPLY_POLICY,
    PAUSE,
    RESUME,
    WARN,
    BREACH,
    /** What was promised has been done, in time or not. */
    FULFIL,
    /** Nothing is promised any more. */
    CANCEL,
    /** An earlier word was wrong: a late event has shown that it never happened. */
    RETRACT;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
