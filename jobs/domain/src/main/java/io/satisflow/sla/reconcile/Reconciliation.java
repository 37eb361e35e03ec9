package io.satisflow.sla.reconcile;

import io.satisflow.sla.clock.Clock;
import io.satisflow.sla.clock.SlaEvent;
import io.satisflow.sla.reconcile.ClockVerdict.Key;
import io.satisflow.ticket.TicketEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares promise by promise what we say with what a help desk reported. */
public final class Reconciliation {
    private static final Duration ROUNDING = Duration.ofMinutes(2);

    private final Map<String, List<TicketEvent>> events = new HashMap<>();
    private final SortedMap<Key, ClockVerdict> ours;
    private final SortedMap<Key, ClockVerdict> theirs = new TreeMap<>();

    private Reconciliation(Collection<TicketEvent> events, List<SlaEvent> said, Collection<ClockVerdict> reported) {
        events.forEach(event -> this.events
                .computeIfAbsent(event.ticket(), ticket -> new ArrayList<>())
                .add(event));
        this.ours = OurVerdicts.of(said);
        // Of two reports of one promise, such as two exports of a ticket, the later one in the file counts.
        reported.forEach(verdict -> theirs.put(verdict.key(), verdict));
    }

    /**
     * In the order of tickets, clocks and instances. Of our verdicts without a report, those are left out whose ticket or
     * clock is not in the report at all: it is not about them.
     */
    public static List<Comparison> of(
            Collection<TicketEvent> events, List<SlaEvent> said, Collection<ClockVerdict> reported) {
        return new Reconciliation(events, said, reported).comparisons();
    }

    private List<Comparison> comparisons() {
        Set<String> tickets = theirs.keySet().stream().map(Key::ticket).collect(Collectors.toSet());
        Set<Clock> clocks = theirs.keySet().stream().map(Key::clock).collect(Collectors.toSet());
        SortedSet<Key> keys = new TreeSet<>(theirs.keySet());
        ours.keySet().stream()
                .filter(key -> tickets.contains(key.ticket()) && clocks.contains(key.clock()))
                .forEach(keys::add);
        return keys.stream().map(this::comparison).toList();
    }

    private Comparison comparison(Key key) {
        ClockVerdict our = ours.get(key);
        ClockVerdict their = theirs.get(key);
        return new Comparison(key, kind(key, our, their), our, their);
    }

    private DifferenceKind kind(Key key, @Nullable ClockVerdict our, @Nullable ClockVerdict their) {
        if (their == null) {
            return DifferenceKind.NOT_REPORTED;
        }
        if (our == null) {
            return events.containsKey(key.ticket()) ? DifferenceKind.NO_CLOCK : DifferenceKind.UNKNOWN_TICKET;
        }
        return our.outcome() == their.outcome() ? kindOfDue(our, their) : kindOfOutcome(key, our, their);
    }

    private static DifferenceKind kindOfDue(ClockVerdict our, ClockVerdict their) {
        if (!isSame(our.due(), their.due())) {
            return differs(our.target(), their.target()) ? DifferenceKind.TARGET_DIFFERS : DifferenceKind.DUE_DIFFERS;
        }
        return DifferenceKind.AGREED;
    }

    private DifferenceKind kindOfOutcome(Key key, ClockVerdict our, ClockVerdict their) {
        if (differs(our.target(), their.target())) {
            return DifferenceKind.TARGET_DIFFERS;
        }
        if (isWithinRounding(our) || isWithinRounding(their)) {
            return DifferenceKind.ROUNDING;
        }
        if (our.outcome() == Outcome.CANCELLED) {
            return TicketCircumstances.of(events(key)).isMerged() ? DifferenceKind.MERGED : DifferenceKind.CANCELLED;
        }
        if (our.outcome() == Outcome.RUNNING || their.outcome() == Outcome.RUNNING) {
            return DifferenceKind.STILL_RUNNING;
        }
        return TicketCircumstances.of(events(key)).explain(key.clock());
    }

    private List<TicketEvent> events(Key key) {
        return events.getOrDefault(key.ticket(), List.of());
    }

    /** Nothing said is no contradiction; help desks round to minutes. */
    private static boolean isSame(@Nullable Instant one, @Nullable Instant other) {
        return one == null
                || other == null
                || Duration.between(one, other).abs().compareTo(ROUNDING) < 0;
    }

    private static boolean isWithinRounding(ClockVerdict verdict) {
        return verdict.due() != null && verdict.doneAt() != null && isSame(verdict.due(), verdict.doneAt());
    }

    private static boolean differs(@Nullable Duration one, @Nullable Duration other) {
        return one != null && other != null && !one.equals(other);
    }
}
