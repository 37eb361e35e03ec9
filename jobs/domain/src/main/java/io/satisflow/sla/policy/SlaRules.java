package io.satisflow.sla.policy;

import io.satisflow.sla.clock.Clock;
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
 * @param notJudged by channel, the clocks that its source tells too little for, each with the reason
 * @param forgetAfter how long a ticket is kept as a whole after it was solved and last heard of, unless its channel says
 *     otherwise
 * @param rememberFor how long what is needed to go on with it is kept, should it come back
 * @param logCap how many events of a ticket are kept; all are heard
 */
public record SlaRules(
        SlaPolicies policies,
        Map<String, TicketEnd> ends,
        Map<String, Map<Clock, String>> notJudged,
        Duration forgetAfter,
        Duration rememberFor,
        int logCap)
        implements Serializable {
    public static final Duration FORGET_AFTER = Duration.ofDays(7);
    public static final Duration REMEMBER_FOR = Duration.ofDays(400);
    public static final int LOG_CAP = 500;

    public SlaRules {
        ends = new TreeMap<>(ends);
        notJudged = new TreeMap<>(notJudged);
    }

    /** With the defaults: tickets say themselves when they are solved, and are kept for a week after. */
    public SlaRules(SlaPolicies policies) {
        this(policies, Map.of(), FORGET_AFTER, LOG_CAP);
    }

    public SlaRules(SlaPolicies policies, Map<String, TicketEnd> ends, Duration forgetAfter, int logCap) {
        this(policies, ends, forgetAfter, REMEMBER_FOR, logCap);
    }

    public SlaRules(
            SlaPolicies policies, Map<String, TicketEnd> ends, Duration forgetAfter, Duration rememberFor, int logCap) {
        this(policies, ends, Map.of(), forgetAfter, rememberFor, logCap);
    }

    public SlaRules rememberingFor(Duration howLong) {
        return new SlaRules(policies, ends, notJudged, forgetAfter, howLong, logCap);
    }

    public SlaRules withPolicies(SlaPolicies others) {
        return new SlaRules(others, ends, notJudged, forgetAfter, rememberFor, logCap);
    }

    public SlaRules withEnds(Map<String, TicketEnd> byChannel) {
        return new SlaRules(policies, byChannel, notJudged, forgetAfter, rememberFor, logCap);
    }

    public SlaRules withoutJudging(Map<String, Map<Clock, String>> byChannel) {
        return new SlaRules(policies, ends, byChannel, forgetAfter, rememberFor, logCap);
    }

    /** The clocks that the channel's source tells too little for, each with the reason. */
    public Map<Clock, String> notJudged(String channel) {
        return notJudged.getOrDefault(channel, Map.of());
    }

    public Optional<Duration> solvedAfter(String channel) {
        return Optional.ofNullable(endOf(channel).solvedAfter());
    }

    public Duration forgetAfter(String channel) {
        return Optional.ofNullable(endOf(channel).forgetAfter()).orElse(forgetAfter);
    }

    /** Whether nothing reopens what the channel calls closed. */
    public boolean closedIsFinal(String channel) {
        return endOf(channel).closedIsFinal();
    }

    private TicketEnd endOf(String channel) {
        return ends.getOrDefault(channel, TicketEnd.AS_ALL_OTHERS);
    }
}
