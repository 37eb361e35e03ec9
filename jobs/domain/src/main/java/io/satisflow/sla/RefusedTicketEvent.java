package io.satisflow.sla;

import io.satisflow.ticket.TicketEvent;

/** An event that was not used; all but duplicates belong among the dead letters. */
public record RefusedTicketEvent(TicketEvent event, TicketEventRefusal reason) {

    /** Which event it was, why it was not used, and the remedy. */
    public String message() {
        String why = switch (reason) {
            case MALFORMED -> EventFlaw.of(event).orElseThrow();
            case LOG_FULL -> "the ticket has as many events as are kept; close it and go on in a new one";
            case TOO_LATE -> "it is older than tickets are remembered after they close; raise sla.forget_after";
            case UNKNOWN_TICKET ->
                "no such ticket is known, as its creation never came or it was forgotten after it had closed; send a created event, or raise sla.forget_after";
            case DUPLICATE -> "the same event was there before";
        };
        return "ticket %s, %s %s of %s: %s"
                .formatted(event.ticket(), event.type().wireName(), event.id(), event.occurredAt(), why);
    }
}
