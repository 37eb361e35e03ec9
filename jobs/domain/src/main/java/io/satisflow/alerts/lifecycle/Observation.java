package io.satisflow.alerts.lifecycle;

import io.satisflow.alerts.rule.Fact;
import io.satisflow.alerts.rule.Severity;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Something that a rule has seen.
 *
 * @param subject what is observed as one: a ticket, or a rule and its key; alerts of other subjects are independent
 * @param rule its name; empty for {@link ObservedState#ABOUT}
 * @param key what the rule found it on
 * @param id unique among the observations of the subject at one instant
 * @param at from when it is known
 * @param labels what the alert is routed and grouped by
 * @param facts what can be said of it, by the names of {@link Fact}
 * @param reason why the verdict is what it is
 * @param overtakes the key of the alert that is over when this one begins, as a warning is by its breach; null for none
 */
public record Observation(
        String subject,
        String rule,
        String key,
        String id,
        Instant at,
        ObservedState verdict,
        Severity severity,
        Map<String, String> labels,
        Map<String, String> facts,
        String reason,
        @Nullable String overtakes) {
    static final Comparator<Observation> IN_ORDER_KNOWN = Comparator.comparing(Observation::at)
            // What a subject is must be known before what is said of it at the same instant.
            .thenComparing(observation -> observation.verdict() != ObservedState.ABOUT)
            .thenComparing(Observation::id)
            .thenComparing(Observation::rule)
            .thenComparing(Observation::key);

    public Observation {
        labels = labels == null ? Map.of() : new TreeMap<>(labels);
        facts = facts == null ? Map.of() : new TreeMap<>(facts);
    }

    /** With what was said before, where this one says nothing of it. */
    Observation over(@Nullable Observation before) {
        if (before == null) {
            return this;
        }
        Map<String, String> allLabels = new TreeMap<>(before.labels);
        allLabels.putAll(labels);
        Map<String, String> allFacts = new TreeMap<>(before.facts);
        allFacts.putAll(facts);
        return new Observation(subject, rule, key, id, at, verdict, severity, allLabels, allFacts, reason, overtakes);
    }
}
