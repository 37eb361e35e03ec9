package io.satisflow.flink.sla;

import io.satisflow.sla.policy.AppliedPolicies;
import io.satisflow.sla.policy.SlaRules;
import java.util.List;

/**
 * By what tickets are clocked when a job starts.
 *
 * @param configured what holds until other policies are applied, and for what is not a matter of policies
 * @param applied policies that had been applied by then
 */
public record SlaRulesAtStart(SlaRules configured, List<AppliedPolicies> applied) {
    public SlaRulesAtStart {
        applied = List.copyOf(applied);
    }

    public static SlaRulesAtStart of(SlaRules configured) {
        return new SlaRulesAtStart(configured, List.of());
    }
}
