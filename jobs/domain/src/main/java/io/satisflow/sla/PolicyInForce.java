package io.satisflow.sla;

import java.util.Optional;

/**
 * What the rules of the time promise to a ticket as it now is.
 *
 * @param policy the first that matches; empty when none does
 */
record PolicyInForce(Optional<SlaPolicy> policy, TicketFacts ticket) {

    static PolicyInForce of(SlaRules rules, TicketFacts ticket) {
        return new PolicyInForce(rules.policies().matching(ticket), ticket);
    }

    Optional<Commitment> commitment(Clock clock, ClockStart start) {
        return policy.flatMap(matching -> matching.commitment(clock, ticket, start));
    }

    /** Why {@link #commitment} is empty. */
    String whyNothing(Clock clock) {
        return policy.map(matching -> matching.whyNothing(clock, ticket)).orElse("no policy matches any more");
    }
}
