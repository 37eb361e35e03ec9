package io.satisflow.sla;

import io.satisflow.ticket.TicketEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that is kept of a ticket: its events and how far its clocks have spoken. Everything else follows from them.
 *
 * @param log the events that are used, and those that may not be used yet since they are known later than
 *     {@code advancedTo}
 * @param advancedTo everything up to here has been said
 * @param memory of what happened before the log; null while the log is complete
 */
public record TicketState(
        List<TicketEvent> log, Instant advancedTo, @Nullable TicketMemory memory) {
    /** A ticket that nothing is known of. */
    public static final TicketState UNKNOWN = new TicketState(List.of(), Instant.EPOCH);

    public TicketState {
        log = log == null ? List.of() : List.copyOf(log);
        advancedTo = advancedTo == null ? Instant.EPOCH : advancedTo;
    }

    public TicketState(List<TicketEvent> log, Instant advancedTo) {
        this(log, advancedTo, null);
    }

    /**
     * Takes note of an event; it is used, or refused, when time has come to its {@code knownAt}. That is neither before
     * it happened, whatever its source says, nor before what has been said already: that was said without it.
     */
    public TicketState with(TicketEvent event) {
        TicketEvent known =
                event.knownAt().isBefore(event.occurredAt()) ? event.withKnownAt(event.occurredAt()) : event;
        TicketEvent news = known.knownAt().isAfter(advancedTo) ? known : known.withKnownAt(advancedTo.plusMillis(1));
        return new TicketState(Stream.concat(log.stream(), Stream.of(news)).toList(), advancedTo, memory);
    }

    /** When the next of the events that wait may be used: no timer needs to ring before that because of them. */
    public Optional<Instant> nextKnown() {
        return log.stream()
                .map(TicketEvent::knownAt)
                .filter(advancedTo::isBefore)
                .min(Instant::compareTo);
    }

    /** Only what is needed to go on is left of it. */
    public boolean isDormant() {
        return log.isEmpty() && memory != null;
    }

    public boolean isForgotten() {
        return log.isEmpty() && memory == null;
    }
}
