package io.satisflow.sla;

import io.satisflow.sla.policy.RuleBook;
import io.satisflow.ticket.TicketEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The events of a ticket that are used, and what is remembered of those that are kept no longer. */
final class KnownEvents {
    /** Up to here a log is kept whole, so that whatever is told late finds each event at its place. */
    private static final int WHOLE = 100;

    private List<TicketEvent> events = new ArrayList<>();
    private @Nullable TicketMemory memory;

    KnownEvents(@Nullable TicketMemory memory) {
        this.memory = memory;
    }

    void add(TicketEvent event) {
        events.add(event);
    }

    List<TicketEvent> events() {
        return events;
    }

    @Nullable
    TicketMemory memoryOrNull() {
        return memory;
    }

    TicketMemory memory() {
        return Objects.requireNonNull(memory);
    }

    boolean isUnheardOf() {
        return events.isEmpty() && memory == null;
    }

    boolean isDormant() {
        return events.isEmpty() && memory != null;
    }

    boolean holds(TicketEvent event) {
        return events.stream().anyMatch(earlier -> earlier.id().equals(event.id()))
                || (isBeforeMemory(event) && memory().knows(event));
    }

    /** Whether it happened in what is no longer told event by event. */
    boolean isBeforeMemory(TicketEvent event) {
        return memory != null && !event.occurredAt().isAfter(memory.until());
    }

    Optional<Instant> lastHeard() {
        return events.stream()
                .flatMap(event -> Stream.of(event.knownAt(), event.occurredAt()))
                .max(Instant::compareTo);
    }

    TicketFold fold(RuleBook book, Instant until) {
        return TicketFold.of(memory, events, book, until);
    }

    void dropFoldable(TicketFold fold) {
        if (events.size() > WHOLE) {
            events.removeIf(fold.foldable()::contains);
        }
    }

    /** Only events of different instants are parted. */
    boolean dropOlderHalf(RuleBook book, int cap) {
        if (events.size() <= cap) {
            return false;
        }
        List<TicketEvent> inOrder = MergeOrder.of(events);
        int cut = inOrder.size() / 2;
        while (cut > 0
                && !inOrder.get(cut - 1).occurredAt().isBefore(inOrder.get(cut).occurredAt())) {
            cut--;
        }
        if (cut == 0) {
            return false;
        }
        List<TicketEvent> older = List.copyOf(inOrder.subList(0, cut));
        Instant until = older.get(cut - 1).occurredAt();
        memory = TicketFold.of(memory, older, book, until).remember(until, until, shortened(older));
        events = new ArrayList<>(inOrder.subList(cut, inOrder.size()));
        return true;
    }

    void forgetEvents(TicketFold fold, Instant at, Instant lastSign, Duration rememberFor) {
        memory = lastSign.plus(rememberFor).isAfter(at) ? fold.remember(at, lastSign, shortened(events)) : null;
        events = new ArrayList<>();
    }

    void forgetAll() {
        memory = null;
    }

    private List<Integer> shortened(List<TicketEvent> older) {
        return TicketMemory.shortened(memory == null ? List.of() : memory.ids(), older);
    }
}
