package io.satisflow.flink.sla;

import io.satisflow.calendar.CalendarTexts;
import io.satisflow.sla.policy.PolicyTexts;
import io.satisflow.sla.policy.RuleVersion;
import io.satisflow.sla.policy.SlaRules;
import io.satisflow.wire.PolicyVersion;
import java.time.Instant;
import java.util.TreeMap;

/** Policies that were applied while the job runs, on the wire and as the domain has them. */
public final class AppliedPolicies {
    private AppliedPolicies() {}

    public static PolicyVersion toWire(String id, Instant effectiveAt, PolicyTexts texts) {
        return PolicyVersion.newBuilder()
                .setId(id)
                .setEffectiveAt(effectiveAt)
                .setPolicies(texts.policies())
                .setCalendars(texts.calendars().calendars())
                .setHolidays(texts.calendars().holidays())
                .build();
    }

    /**
     * @param configured what is not a matter of policies: how tickets end, how long they are kept
     * @throws io.satisflow.config.ConfigException when they cannot be read
     */
    public static RuleVersion toDomain(PolicyVersion version, SlaRules configured) {
        PolicyTexts texts = new PolicyTexts(
                version.getPolicies(),
                new CalendarTexts(new TreeMap<>(version.getCalendars()), new TreeMap<>(version.getHolidays())));
        String name = "policies " + version.getId();
        return new RuleVersion(version.getId(), version.getEffectiveAt(), configured.withPolicies(texts.read(name)));
    }
}
