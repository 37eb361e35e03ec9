package io.satisflow.flink.sla;

import io.satisflow.sla.policy.AppliedPolicies;
import io.satisflow.sla.policy.SlaRules;
import java.util.List;
import java.util.Optional;

/**
 * By what tickets are clocked when a job starts.
 *
 * @param configured what holds until other policies are applied, and for what is not a matter of policies
 * @param asTexts the policies of the settings as texts, so that a job that is begun again notices that they were edited;
 *     empty for rules that nobody edits
 * @param applied policies that had been applied by then
 */
public record SlaRulesAtStart(SlaRules configured, Optional<AppliedPolicies> asTexts, List<AppliedPolicies> applied) {
    public SlaRulesAtStart {
        applied = List.copyOf(applied);
    }

    public SlaRulesAtStart(SlaRules configured, List<AppliedPolicies> applied) {
        this(configured, Optional.empty(), applied);
    }

    public static SlaRulesAtStart of(SlaRules configured) {
        return new SlaRulesAtStart(configured, List.of());
    }
}
