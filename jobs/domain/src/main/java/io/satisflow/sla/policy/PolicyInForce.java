package io.satisflow.sla.policy;

import io.satisflow.sla.clock.Clock;
import io.satisflow.sla.clock.ClockStart;
import io.satisflow.sla.clock.Commitment;
import io.satisflow.ticket.TicketFacts;
import java.util.Optional;

/**
 * What the rules of the time promise to a ticket as it now is.
 *
 * @param policy the first that matches; empty when none does
 */
public record PolicyInForce(Optional<SlaPolicy> policy, TicketFacts ticket) {

    public static PolicyInForce of(SlaRules rules, TicketFacts ticket) {
        return new PolicyInForce(rules.policies().matching(ticket), ticket);
    }

    public Optional<Commitment> commitment(Clock clock, ClockStart start) {
        return policy.flatMap(matching -> matching.commitment(clock, ticket, start));
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
