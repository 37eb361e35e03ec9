package io.satisflow.sla.dryrun;

import io.satisflow.sla.RefusedTicketEvent;
import io.satisflow.sla.TicketAdvance;
import io.satisflow.sla.TicketHistory;
import io.satisflow.sla.TicketState;
import io.satisflow.sla.clock.SlaEvent;
import io.satisflow.sla.policy.SlaRules;
import io.satisflow.ticket.TicketEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What rules make of tickets' events up to an instant.
 *
 * @param said by the clocks, in the order in which it became known, then by ticket
 * @param refused events that were not used
 * @param tickets how many there are
 * @param used how many events were used
 */
public record DryRun(List<SlaEvent> said, List<RefusedTicketEvent> refused, int tickets, int used) {
    private static final Comparator<SlaEvent> BY_TIME =
            Comparator.comparing(SlaEvent::asOf).thenComparing(SlaEvent::ticket);

    public DryRun {
        said = List.copyOf(said);
        refused = List.copyOf(refused);
    }

    /**
     * @param events of any tickets, in any order, since 1970
     * @param until time stands still there: what would be due later is not told, what happened later is not used
     */
    public static DryRun of(Collection<TicketEvent> events, SlaRules rules, Instant until) {
        Map<String, List<TicketEvent>> byTicket = new TreeMap<>();
        events.stream()
                .filter(event -> !event.knownAt().isAfter(until))
                .forEach(event -> byTicket.computeIfAbsent(event.ticket(), ticket -> new ArrayList<>())
                        .add(event));
        List<SlaEvent> said = new ArrayList<>();
        List<RefusedTicketEvent> refused = new ArrayList<>();
        byTicket.values().forEach(log -> {
            TicketState state = new TicketState(log, TicketState.UNKNOWN.advancedTo());
            TicketAdvance advance = TicketHistory.advance(state, rules, until);
            said.addAll(advance.said());
            refused.addAll(advance.refused());
        });
        // A stable sort: what one ticket says at one instant stays in its order.
        said.sort(BY_TIME);
        int known = byTicket.values().stream().mapToInt(List::size).sum();
        return new DryRun(said, refused, byTicket.size(), known - refused.size());
    }
}
