package io.satisflow.sla.dryrun;

import io.satisflow.sla.TicketHistory;
import io.satisflow.sla.TicketState;
import io.satisflow.sla.Unfolding;
import io.satisflow.sla.clock.Clock;
import io.satisflow.sla.clock.SlaEvent;
import io.satisflow.sla.clock.SlaEventType;
import io.satisflow.sla.dryrun.PolicyChange.Kind;
import io.satisflow.sla.policy.RuleBook;
import io.satisflow.sla.policy.RuleVersion;
import io.satisflow.ticket.TicketEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a version of the rules would do to the tickets that are open when it takes effect, if nothing more happens to
 * them until then.
 *
 * @param openTickets how many there are
 * @param changes by ticket
 */
public record PolicyDiff(int openTickets, List<PolicyChange> changes) {
    public PolicyDiff {
        changes = List.copyOf(changes);
    }

    /**
     * @param events of any tickets, in any order
     * @param book the rules until then
     * @param next takes effect after all of the events
     */
    public static PolicyDiff of(Collection<TicketEvent> events, RuleBook book, RuleVersion next) {
        Map<String, List<TicketEvent>> byTicket = new TreeMap<>();
        events.stream()
                .filter(event -> event.knownAt().isBefore(next.from()))
                .forEach(event -> byTicket.computeIfAbsent(event.ticket(), ticket -> new ArrayList<>())
                        .add(event));
        int open = 0;
        List<PolicyChange> changes = new ArrayList<>();
        for (List<TicketEvent> log : byTicket.values()) {
            TicketState kept = TicketHistory.advance(
                            new TicketState(log, TicketState.UNKNOWN.advancedTo()), book, next.from())
                    .state();
            Map<Clock, SlaEvent> running = running(Unfolding.of(kept, book, next.from()));
            List<PolicyChange> ofTicket =
                    changes(running, Unfolding.of(kept, book.with(next), next.from()), next.from());
            open += running.isEmpty() && ofTicket.isEmpty() ? 0 : 1;
            changes.addAll(ofTicket);
        }
        return new PolicyDiff(open, changes);
    }

    /** The last word with a promise of each clock that runs or stands still. */
    private static Map<Clock, SlaEvent> running(Unfolding unfolding) {
        Map<Clock, SlaEvent> running = new EnumMap<>(Clock.class);
        for (SlaEvent word : unfolding.events()) {
            if (word.type() == SlaEventType.FULFIL || word.type() == SlaEventType.CANCEL) {
                running.remove(word.clock());
            } else {
                running.put(word.clock(), word);
            }
        }
        return running;
    }

    private static List<PolicyChange> changes(Map<Clock, SlaEvent> before, Unfolding after, Instant at) {
        Map<Clock, PolicyChange> changes = new EnumMap<>(Clock.class);
        for (SlaEvent word : after.events()) {
            if (!word.at().equals(at) || !isWordOfAChange(word)) {
                continue;
            }
            SlaEvent earlier = before.get(word.clock());
            changes.put(word.clock(), new PolicyChange(kind(earlier, word), earlier, word));
        }
        return List.copyOf(changes.values());
    }

    private static boolean isWordOfAChange(SlaEvent word) {
        return switch (word.type()) {
            case ACTIVATE, APPLY_POLICY, CANCEL -> true;
            case BREACH -> "breached_on_apply".equals(word.reason());
            default -> false;
        };
    }

    private static Kind kind(@Nullable SlaEvent before, SlaEvent after) {
        if (after.type() == SlaEventType.BREACH) {
            return Kind.BREACHED;
        }
        if (after.type() == SlaEventType.CANCEL) {
            return Kind.CANCELLED;
        }
        if (before == null) {
            return Kind.PROMISED;
        }
        // What stands still has no due; its target says which way it goes.
        int moved = before.due() == null || after.due() == null
                ? after.target().compareTo(before.target())
                : after.due().compareTo(before.due());
        return moved == 0 ? Kind.SAME_DUE : moved < 0 ? Kind.EARLIER : Kind.LATER;
    }
}
