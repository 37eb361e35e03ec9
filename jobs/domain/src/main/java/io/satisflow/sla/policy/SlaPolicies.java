package io.satisflow.sla.policy;

import io.satisflow.sla.clock.Clock;
import io.satisflow.ticket.TicketFacts;
import java.io.Serializable;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The policies in their order: the first that matches a ticket is the one that holds. */
public record SlaPolicies(List<SlaPolicy> policies) implements Serializable {
    public SlaPolicies {
        policies = List.copyOf(policies);
    }

    /** What is allowed but easily overlooked, a sentence each. */
    public List<String> remarks() {
        return policies.stream().flatMap(policy -> policy.remarks().stream()).toList();
    }

    /** Whether any of them promises a time for it. */
    public boolean promise(Clock clock) {
        return policies.stream().anyMatch(policy -> policy.clocks().contains(clock));
    }

    /** What these policies promise a time for, in the order of clocks. */
    public Set<Clock> clocks(Collection<String> names) {
        Set<Clock> clocks = EnumSet.noneOf(Clock.class);
        policies.stream()
                .filter(policy -> names.contains(policy.name()))
                .forEach(policy -> clocks.addAll(policy.clocks()));
        return clocks;
    }

    /** What tickets of a channel may be promised a time for, in the order of clocks. */
    public Set<Clock> clocksOfChannel(String channel) {
        return clocks(policies.stream()
                .filter(policy -> policy.when().stream().allMatch(condition -> condition.mayHoldFor(channel)))
                .map(SlaPolicy::name)
                .toList());
    }

    Optional<SlaPolicy> matching(TicketFacts ticket) {
        return policies.stream().filter(policy -> policy.matches(ticket)).findFirst();
    }
}
