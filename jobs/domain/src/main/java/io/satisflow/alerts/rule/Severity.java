package io.satisflow.alerts.rule;

import java.util.Locale;

/** How much an alert matters. An improvement is never more than information. */
public enum Severity {
    INFO,
    WARNING,
    CRITICAL;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
