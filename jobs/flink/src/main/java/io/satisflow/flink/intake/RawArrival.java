package io.satisflow.flink.intake;

import io.satisflow.flink.io.Mark;
import io.satisflow.wire.DeadLetter;
import io.satisflow.wire.Feedback;
import io.satisflow.wire.TicketEvent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a raw partition holds next, already mapped: canonical records that are not dated yet, a dead letter, or a mark.
 *
 * @param partition topic and partition, such as {@code satisflow.raw.reviews.v1-0}
 * @param occurredAt epoch milliseconds; null for a dead letter or a mark
 * @param mark null for a record
 */
public record RawArrival(
        String partition,
        @Nullable Long occurredAt,
        @Nullable Feedback feedback,
        List<TicketEvent> ticketEvents,
        @Nullable DeadLetter deadLetter,
        @Nullable Mark mark) {

    static RawArrival accepted(
            String partition, long occurredAt, @Nullable Feedback feedback, List<TicketEvent> ticketEvents) {
        return new RawArrival(partition, occurredAt, feedback, ticketEvents, null, null);
    }

    static RawArrival refused(String partition, DeadLetter deadLetter) {
        return new RawArrival(partition, null, null, List.of(), deadLetter, null);
    }

    static RawArrival marked(String partition, Mark mark) {
        return new RawArrival(partition, null, null, List.of(), null, mark);
    }
}
