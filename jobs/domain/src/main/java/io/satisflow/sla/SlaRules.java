package io.satisflow.sla;

import java.io.Serializable;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All that decides how tickets are clocked.
 *
 * @param policies what is promised
 * @param solvedAfter by channel: for how long nobody must have said anything for a ticket to count as solved, where
 *     the channel (reviews, posts) never says so itself
 * @param forgetAfter how long a ticket is kept after it was solved and last heard of
 * @param logCap how many events of a ticket are kept; further ones are refused
 */
public record SlaRules(SlaPolicies policies, Map<String, Duration> solvedAfter, Duration forgetAfter, int logCap)
        implements Serializable {
    public static final Duration FORGET_AFTER = Duration.ofDays(7);
    public static final int LOG_CAP = 500;

    public SlaRules {
        solvedAfter = new TreeMap<>(solvedAfter);
    }

    /** With the defaults: tickets say themselves when they are solved, and are kept for a week after. */
    public SlaRules(SlaPolicies policies) {
        this(policies, Map.of(), FORGET_AFTER, LOG_CAP);
    }

    public SlaRules withSolvedAfter(Map<String, Duration> byChannel) {
        return new SlaRules(policies, byChannel, forgetAfter, logCap);
    }

    Optional<Duration> solvedAfter(String channel) {
        return Optional.ofNullable(solvedAfter.get(channel));
    }
}
