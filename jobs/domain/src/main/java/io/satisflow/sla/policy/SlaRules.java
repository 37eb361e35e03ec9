package io.satisflow.sla.policy;

import io.satisflow.ticket.TicketEnd;
import java.io.Serializable;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * All that decides how tickets are clocked.
 *
 * @param policies what is promised
 * @param ends by channel, how its tickets end
 * @param forgetAfter how long a ticket is kept after it was solved and last heard of, unless its channel says otherwise
 * @param logCap how many events of a ticket are kept; further ones are refused
 */
public record SlaRules(SlaPolicies policies, Map<String, TicketEnd> ends, Duration forgetAfter, int logCap)
        implements Serializable {
    public static final Duration FORGET_AFTER = Duration.ofDays(7);
    public static final int LOG_CAP = 500;

    public SlaRules {
        ends = new TreeMap<>(ends);
    }

    /** With the defaults: tickets say themselves when they are solved, and are kept for a week after. */
    public SlaRules(SlaPolicies policies) {
        this(policies, Map.of(), FORGET_AFTER, LOG_CAP);
    }

    public SlaRules withPolicies(SlaPolicies others) {
        return new SlaRules(others, ends, forgetAfter, logCap);
    }

    public SlaRules withEnds(Map<String, TicketEnd> byChannel) {
        return new SlaRules(policies, byChannel, forgetAfter, logCap);
    }

    public Optional<Duration> solvedAfter(String channel) {
        return Optional.ofNullable(endOf(channel).solvedAfter());
    }

    public Duration forgetAfter(String channel) {
        return Optional.ofNullable(endOf(channel).forgetAfter()).orElse(forgetAfter);
    }

    private TicketEnd endOf(String channel) {
        return ends.getOrDefault(channel, TicketEnd.AS_ALL_OTHERS);
    }
}
