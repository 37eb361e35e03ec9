package io.satisflow.flink.intake;

import io.satisflow.flink.io.Mark;
import io.satisflow.ledger.DeadLetter;
import io.satisflow.ledger.RecordedFeedback;
import io.satisflow.ledger.RecordedTicketEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a raw partition holds next, already mapped: canonical records that are not dated yet, dead letters, a mark, or nothing
 * that the mapping wants.
 *
 * @param partition topic and partition, such as {@code satisflow.raw.reviews.v1-0}
 * @param occurredAt epoch milliseconds; null for what is refused or ignored, and for a mark
 * @param storedAt epoch milliseconds, when the broker stored it; null where occurredAt is
 * @param deadLetters the record, or parts of it beside what is used
 * @param ignored why the mapping leaves the record out; null when it does not
 * @param mark null for a record
 */
public record RawArrival(
        String partition,
        @Nullable Long occurredAt,
        @Nullable Long storedAt,
        List<RecordedFeedback> feedback,
        List<RecordedTicketEvent> ticketEvents,
        List<DeadLetter> deadLetters,
        @Nullable String ignored,
        @Nullable Mark mark) {

    static RawArrival accepted(
            String partition,
            long occurredAt,
            long storedAt,
            List<RecordedFeedback> feedback,
            List<RecordedTicketEvent> ticketEvents,
            List<DeadLetter> flaws) {
        return new RawArrival(partition, occurredAt, storedAt, feedback, ticketEvents, flaws, null, null);
    }

    static RawArrival refused(String partition, DeadLetter deadLetter) {
        return new RawArrival(partition, null, null, List.of(), List.of(), List.of(deadLetter), null, null);
    }

    static RawArrival ignored(String partition, String reason) {
        return new RawArrival(partition, null, null, List.of(), List.of(), List.of(), reason, null);
    }

    static RawArrival marked(String partition, Mark mark) {
        return new RawArrival(partition, null, null, List.of(), List.of(), List.of(), null, mark);
    }
}
