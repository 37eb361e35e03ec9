package io.satisflow.sla.policy;

import io.satisflow.calendar.CalendarTexts;
import io.satisflow.ledger.SourcePosition;
import java.io.Serializable;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * Policies that were applied while jobs run, as texts, with where they stand in their topic.
 *
 * @param id as whoever applied them calls them
 * @param effectiveAt from when they hold, in event time
 * @param policies the file of policies, as YAML
 * @param calendars by name, as YAML
 * @param holidays by name and year, such as {@code cn-2026}, as YAML
 * @param storedAt when the broker stored them
 */
public record AppliedPolicies(
        String id,
        Instant effectiveAt,
        String policies,
        Map<String, String> calendars,
        Map<String, String> holidays,
        Instant storedAt,
        SourcePosition source)
        implements Serializable {
    private static final String SETTINGS = "settings";

    /** Tolerates null collections: a field that was added after a savepoint is restored from it as null. */
    public AppliedPolicies {
        calendars = calendars == null ? new TreeMap<>() : new TreeMap<>(calendars);
        holidays = holidays == null ? new TreeMap<>() : new TreeMap<>(holidays);
    }

    /** Those of the settings, which hold from the beginning. */
    public static AppliedPolicies configured(PolicyTexts texts) {
        return new AppliedPolicies(
                RuleBook.INITIAL,
                Instant.EPOCH,
                texts.policies(),
                texts.calendars().calendars(),
                texts.calendars().holidays(),
                Instant.EPOCH,
                new SourcePosition(SETTINGS, 0, 0));
    }

    /** Those of the settings as somebody has edited them while no job ran. */
    public AppliedPolicies from(Instant at) {
        return new AppliedPolicies(
                "%s edited before %s".formatted(SETTINGS, at), at, policies, calendars, holidays, storedAt, source);
    }

    public boolean saysTheSameAs(AppliedPolicies other) {
        return policies.equals(other.policies) && calendars.equals(other.calendars) && holidays.equals(other.holidays);
    }

    public PolicyTexts texts() {
        return new PolicyTexts(policies, new CalendarTexts(new TreeMap<>(calendars), new TreeMap<>(holidays)));
    }

    /**
     * @param configured what is not a matter of policies: how tickets end, how long they are kept
     * @throws io.satisflow.config.ConfigException when they cannot be read
     */
    public RuleVersion toRules(SlaRules configured) {
        return new RuleVersion(id, effectiveAt, configured.withPolicies(texts().read("policies " + id)));
    }
}
