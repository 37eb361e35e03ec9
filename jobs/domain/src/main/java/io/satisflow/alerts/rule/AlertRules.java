package io.satisflow.alerts.rule;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The rules that hold where an installation has none of its own. */
public final class AlertRules {
    public static final List<AlertRule> DEFAULT = List.of(
            new AlertRule(
                    "score drift",
                    new AlertCondition.Drift(List.of(), null, null),
                    Severity.WARNING,
                    Map.of(),
                    Duration.ZERO,
                    Duration.ofHours(1),
                    null),
            new AlertRule("sla warning", ticket(true, false), Severity.WARNING),
            new AlertRule("sla breach", ticket(false, true), Severity.CRITICAL));

    private AlertRules() {}

    private static AlertCondition ticket(boolean onWarning, boolean onBreach) {
        return new AlertCondition.Ticket(List.of(), onWarning, onBreach, AlertCondition.Ticket.GRACE);
    }
}
