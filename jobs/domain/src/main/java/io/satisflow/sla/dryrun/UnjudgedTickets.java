package io.satisflow.sla.dryrun;

import io.satisflow.sla.clock.Clock;
import io.satisflow.sla.clock.SlaEvent;
import io.satisflow.sla.clock.SlaEventType;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Adds up the clocks that were promised a time and not started, since nobody could tell whether it was kept. */
public final class UnjudgedTickets {
    private static final String NOT_JUDGED = "not judged: ";

    private final Map<Reason, Set<String>> tickets = new TreeMap<>();
    private final Set<String> policies = new TreeSet<>();

    private record Reason(Clock clock, String why) implements Comparable<Reason> {
        @Override
        public int compareTo(Reason other) {
            return Comparator.comparing(Reason::clock)
                    .thenComparing(Reason::why)
                    .compare(this, other);
        }
    }

    /**
     * Tickets that one clock did not judge for one reason.
     *
     * @param tickets how many
     */
    public record Unjudged(Clock clock, String why, int tickets) {}

    /** Events of a ticket come in their order. */
    public void add(SlaEvent event) {
        policies.add(event.policy());
        boolean isTakenBack = event.retracted() == SlaEventType.CANCEL;
        String why = Objects.requireNonNullElse(event.reason(), "");
        if (event.type() == SlaEventType.CANCEL && why.startsWith(NOT_JUDGED)) {
            tickets.computeIfAbsent(
                            new Reason(event.clock(), why.substring(NOT_JUDGED.length())), reason -> new HashSet<>())
                    .add(event.ticket());
        } else if (isTakenBack && event.instance() == 0) {
            tickets.forEach((reason, of) -> {
                if (reason.clock() == event.clock()) {
                    of.remove(event.ticket());
                }
            });
        }
    }

    /** By clock, then reason. */
    public List<Unjudged> all() {
        return tickets.entrySet().stream()
                .filter(each -> !each.getValue().isEmpty())
                .map(each -> new Unjudged(
                        each.getKey().clock(),
                        each.getKey().why(),
                        each.getValue().size()))
                .toList();
    }

    /** A sentence each. */
    public List<String> remarks() {
        return all().stream()
                .map(each -> "%s is not judged (tickets: %,d): %s"
                        .formatted(each.clock().wireName(), each.tickets(), each.why()))
                .toList();
    }

    /** The names of the policies by which clocks spoke. */
    public Set<String> policies() {
        return policies;
    }
}
