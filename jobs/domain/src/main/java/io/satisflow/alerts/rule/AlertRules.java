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
            new AlertRule("sla warning", new AlertCondition.Ticket(List.of(), true, false), Severity.WARNING),
            new AlertRule("sla breach", new AlertCondition.Ticket(List.of(), false, true), Severity.CRITICAL));

    private AlertRules() {}
}
