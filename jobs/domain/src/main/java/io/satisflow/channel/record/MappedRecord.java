package io.satisflow.channel.record;

import io.satisflow.feedback.Feedback;
import io.satisflow.ticket.TicketEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What became of a raw record: canonical records, at least one, or a refusal; never nothing. */
public sealed interface MappedRecord {

    /**
     * Used.
     *
     * @param occurredAt the source's time of the record, or of the last event that it tells of
     */
    record Accepted(Instant occurredAt, Optional<Feedback> feedback, List<TicketEvent> ticketEvents)
            implements MappedRecord {
        public Accepted {
            ticketEvents = List.copyOf(ticketEvents);
            if (feedback.isEmpty() && ticketEvents.isEmpty()) {
                throw new IllegalArgumentException("an accepted record holds feedback or a ticket event");
            }
        }
    }

    /**
     * Not usable; to be kept as a dead letter.
     *
     * @param message what is wrong, in which record, and the remedy; quotes little of the record, and that redacted
     */
    record Refused(RefusalReason reason, String message) implements MappedRecord {}
}
