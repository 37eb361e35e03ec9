package io.satisflow.sla.policy;

import io.satisflow.sla.clock.Clock;
import io.satisflow.sla.clock.ClockStart;
import io.satisflow.sla.clock.Commitment;
import io.satisflow.ticket.TicketFacts;
import java.util.Map;
import java.util.Optional;

/**
 * What the rules of the time promise to a ticket as it now is.
 *
 * @param policy the first that matches; empty when none does
 * @param notJudged clocks that the ticket's source tells too little for, each with the reason
 */
public record PolicyInForce(Optional<SlaPolicy> policy, TicketFacts ticket, Map<Clock, String> notJudged) {

    public static PolicyInForce of(SlaRules rules, TicketFacts ticket) {
        return new PolicyInForce(rules.policies().matching(ticket), ticket, rules.notJudged(ticket.channel()));
    }

    public Optional<Commitment> commitment(Clock clock, ClockStart start) {
        return policy.flatMap(matching -> matching.commitment(clock, ticket, start));
    }

    /** Why a clock is not started, although it is promised something; empty where it can be judged. */
    public Optional<String> whyNotJudged(Clock clock) {
        return Optional.ofNullable(notJudged.get(clock));
    }

    /** Whether a robot's answer keeps what is promised for a clock. */
    public boolean isKeptByBots(Clock clock) {
        return policy.filter(matching -> matching.isKeptByBots(clock)).isPresent();
    }

    /** Why {@link #commitment} is empty. */
    public String whyNothing(Clock clock) {
        return policy.map(matching -> matching.whyNothing(clock, ticket)).orElse("no policy matches any more");
    }
}
