package io.satisflow.channel.record;

import io.satisflow.feedback.Feedback;
import io.satisflow.ticket.TicketEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What became of a raw record: canonical records, at least one, a refusal, or that the mapping leaves it out. */
public sealed interface MappedRecord {

    /**
     * Used.
     *
     * @param occurredAt the source's time of the record, or of the last thing that it tells of
     * @param said more than one only where the mapping reads each item of a list
     * @param flaws what of it could not be used, such as one rating beside a text that could
     * @param gaps what the source leaves open of the time
     */
    record Accepted(
            Instant occurredAt, List<Feedback> said, List<TicketEvent> ticketEvents, List<Refused> flaws, TimeGaps gaps)
            implements MappedRecord {
        public Accepted {
            said = List.copyOf(said);
            ticketEvents = List.copyOf(ticketEvents);
            flaws = List.copyOf(flaws);
            if (said.isEmpty() && ticketEvents.isEmpty()) {
                throw new IllegalArgumentException("an accepted record holds feedback or a ticket event");
            }
        }

        /** The feedback of a record that says one thing at most. */
        public Optional<Feedback> feedback() {
            return said.stream().findFirst();
        }
    }

    /**
     * Not usable; to be kept as a dead letter.
     *
     * @param message what is wrong, in which record, and the remedy; quotes little of the record, and that redacted
     * @param part the question, the dimension or the {@code text} that it is about; empty for the record as a whole
     */
    record Refused(RefusalReason reason, String message, Optional<String> part) implements MappedRecord {
        public Refused(RefusalReason reason, String message) {
            this(reason, message, Optional.empty());
        }
    }

    /** Left out on purpose, as the mapping says; it is counted. */
    record Ignored(IgnoredReason reason) implements MappedRecord {}
}
