package io.satisflow.flink.io.wire;

import io.satisflow.ledger.RecordedTicketEvent;
import io.satisflow.ticket.TicketEventType;
import io.satisflow.wire.TicketEvent;
import java.util.Arrays;

/** Ticket events on the wire. */
public final class TicketEventRecords {
    private TicketEventRecords() {}

    public static TicketEvent toWire(RecordedTicketEvent recorded) {
        io.satisflow.ticket.TicketEvent event = recorded.event();
        return TicketEvent.newBuilder()
                .setTicket(event.ticket())
                .setId(event.id())
                .setChannel(recorded.channel())
                .setType(event.type().wireName())
                .setAt(event.occurredAt())
                .setKnownAt(event.knownAt())
                .setDetails(event.details())
                .setCustomerKey(event.customerKey())
                .setSource(SourcePositions.toWire(recorded.source()))
                .build();
    }

    /** @throws UnknownWordException for a type that this release does not know */
    public static RecordedTicketEvent toDomain(TicketEvent event) {
        return new RecordedTicketEvent(
                event.getChannel(),
                new io.satisflow.ticket.TicketEvent(
                        event.getTicket(),
                        event.getId(),
                        type(event.getType()),
                        event.getAt(),
                        event.getKnownAt(),
                        event.getDetails(),
                        event.getCustomerKey()),
                SourcePositions.toDomain(event.getSource()));
    }

    private static TicketEventType type(String word) {
        return Arrays.stream(TicketEventType.values())
                .filter(type -> type.wireName().equals(word))
                .findFirst()
                .orElseThrow(() -> new UnknownWordException("type", word));
    }
}
