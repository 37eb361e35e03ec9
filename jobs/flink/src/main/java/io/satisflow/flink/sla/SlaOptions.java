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
public record SlaOptions(SlaRules configured, Optional<AppliedPolicies> asTexts, List<AppliedPolicies> applied) {
    public SlaOptions {
        applied = List.copyOf(applied);
    }

    public SlaOptions(SlaRules configured, List<AppliedPolicies> applied) {
        this(configured, Optional.empty(), applied);
    }

    /** With rules that nobody has changed. */
    public static SlaOptions of(SlaRules configured) {
        return new SlaOptions(configured, List.of());
    }
}
