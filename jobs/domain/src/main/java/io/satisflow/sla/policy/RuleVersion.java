package io.satisflow.sla.policy;

import java.io.Serializable;
import java.time.Instant;
import java.util.Comparator;

/**
 * What holds from an instant on, until the next version does.
 *
 * @param id as whoever applied it calls it; told with whatever it changes
 * @param from in event time; what happens at this very instant is already judged by this version
 */
public record RuleVersion(String id, Instant from, SlaRules rules) implements Serializable {
    static final Comparator<RuleVersion> IN_ORDER =
            Comparator.comparing(RuleVersion::from).thenComparing(RuleVersion::id);
}
