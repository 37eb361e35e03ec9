package io.satisflow.alerts.lifecycle;

import io.satisflow.alerts.route.GroupKey;
import io.satisflow.alerts.rule.Fact;
import io.satisflow.alerts.rule.Severity;
import io.satisflow.id.DerivedId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Where an alert stands.
 *
 * @param rule that found it
 * @param key what it was found on; there is one alert a rule and key
 * @param since when it started
 * @param endedAt null while it lasts
 * @param labels what it is routed and grouped by
 * @param facts what can be said of it, by the names of {@link Fact}
 * @param reason what brought it into this phase
 * @param inhibitedBy the alert that says more, so that nobody is told of this one; null for none
 * @param asOf when it came to stand so
 * @param groups that it belongs to for its life, whatever becomes of the routes
 * @param freshAt when its facts were seen, of an alert that has come to be known better and stands as before; null otherwise
 */
public record Alert(
        String rule,
        String key,
        Phase phase,
        Instant since,
        @Nullable Instant endedAt,
        Severity severity,
        Map<String, String> labels,
        Map<String, String> facts,
        String reason,
        @Nullable String inhibitedBy,
        Instant asOf,
        List<GroupKey> groups,
        @Nullable Instant freshAt) {
    public Alert {
        labels = labels == null ? Map.of() : new TreeMap<>(labels);
        facts = facts == null ? Map.of() : new TreeMap<>(facts);
        groups = groups == null ? List.of() : List.copyOf(groups);
    }

    /** One that has not been routed. */
    public Alert(
            String rule,
            String key,
            Phase phase,
            Instant since,
            @Nullable Instant endedAt,
            Severity severity,
            Map<String, String> labels,
            Map<String, String> facts,
            String reason,
            @Nullable String inhibitedBy,
            Instant asOf) {
        this(rule, key, phase, since, endedAt, severity, labels, facts, reason, inhibitedBy, asOf, List.of(), null);
    }

    /** The same rule and key starting again is another alert. */
    public String id() {
        return id(rule, key, since);
    }

    static String id(String rule, String key, Instant since) {
        return DerivedId.of("alert", rule, key, since.toEpochMilli());
    }

    public boolean isTold() {
        return phase.isActive() && inhibitedBy == null;
    }

    Alert entering(Phase entered, String why, Instant at) {
        return new Alert(
                rule,
                key,
                entered,
                since,
                entered.isOver() ? at : null,
                severity,
                labels,
                facts,
                why,
                inhibitedBy,
                at,
                groups,
                null);
    }

    public Alert resolved(String why, Instant at) {
        return entering(Phase.RESOLVED, why, at).inhibited(null, at);
    }

    /** Newer facts of the same phase, which is as old as it was. */
    Alert withFacts(Map<String, String> newer) {
        return new Alert(
                rule, key, phase, since, endedAt, severity, labels, newer, reason, inhibitedBy, asOf, groups, freshAt);
    }

    /** As it stood, known better from an instant on. */
    Alert fresh(Instant at) {
        return new Alert(
                rule, key, phase, since, endedAt, severity, labels, facts, reason, inhibitedBy, asOf, groups, at);
    }

    /** With the newer facts of the same alert, whatever has become of it since. */
    public Alert knownAs(Alert newer) {
        return withFacts(newer.facts);
    }

    /** From when what it says may be used. */
    public Instant knownAt() {
        return freshAt == null ? asOf : freshAt;
    }

    Alert withFact(String name, String value) {
        Map<String, String> more = new TreeMap<>(facts);
        more.put(name, value);
        return withFacts(more);
    }

    Alert in(List<GroupKey> belongsTo) {
        return new Alert(
                rule,
                key,
                phase,
                since,
                endedAt,
                severity,
                labels,
                facts,
                reason,
                inhibitedBy,
                asOf,
                belongsTo,
                freshAt);
    }

    public Alert inhibited(@Nullable String by, Instant at) {
        return new Alert(rule, key, phase, since, endedAt, severity, labels, facts, reason, by, at, groups, freshAt);
    }
}
