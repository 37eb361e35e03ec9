package io.satisflow.ledger;

import io.satisflow.ticket.TicketEvent;
import java.io.Serializable;
import java.time.Instant;

/** A ticket event as it stands in its topic. */
public record RecordedTicketEvent(String channel, TicketEvent event, SourcePosition source) implements Serializable {

    public String ticket() {
        return event.ticket();
    }

    public Instant knownAt() {
        return event.knownAt();
    }

    public RecordedTicketEvent withKnownAt(Instant instant) {
        return new RecordedTicketEvent(channel, event.withKnownAt(instant), source);
    }
}
