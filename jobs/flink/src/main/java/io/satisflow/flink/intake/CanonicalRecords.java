package io.satisflow.flink.intake;

import io.satisflow.wire.Dimension;
import io.satisflow.wire.Feedback;
import io.satisflow.wire.Rating;
import io.satisflow.wire.SourcePosition;
import io.satisflow.wire.TicketEvent;
import java.util.List;

/**
 * Puts the domain's records of one raw record on the wire. They are known when they occurred until
 * {@link StampKnownAt} knows better.
 */
record CanonicalRecords(String channel, SourcePosition source) {

    Feedback toWire(io.satisflow.feedback.Feedback feedback) {
        return Feedback.newBuilder()
                .setId(feedback.id())
                .setChannel(channel)
                .setRevision(feedback.revision())
                .setOccurredAt(feedback.occurredAt())
                .setKnownAt(feedback.occurredAt())
                .setCustomer(feedback.customer())
                .setCustomerKey(feedback.customerKey())
                .setKind(feedback.kind())
                .setGrade(feedback.grade())
                .setRatings(ratings(feedback))
                .setDimensions(dimensions(feedback))
                .setText(feedback.text())
                .setLanguage(feedback.language())
                .setAttributes(feedback.attributes())
                .setSource(source)
                .build();
    }

    TicketEvent toWire(io.satisflow.ticket.TicketEvent event) {
        return TicketEvent.newBuilder()
                .setTicket(event.ticket())
                .setId(event.id())
                .setChannel(channel)
                .setType(event.type().wireName())
                .setAt(event.occurredAt())
                .setKnownAt(event.occurredAt())
                .setDetails(event.details())
                .setCustomerKey(event.customerKey())
                .setSource(source)
                .build();
    }

    private static List<Rating> ratings(io.satisflow.feedback.Feedback feedback) {
        return feedback.ratings().stream()
                .map(rating -> new Rating(rating.question(), rating.value(), rating.min(), rating.max()))
                .toList();
    }

    private static List<Dimension> dimensions(io.satisflow.feedback.Feedback feedback) {
        return feedback.dimensions().stream()
                .map(dimension -> new Dimension(dimension.name(), dimension.score(), dimension.expectation()))
                .toList();
    }
}
