package io.satisflow.sla;

import io.satisflow.ticket.TicketEvent;

/** An event that was not used; all but duplicates belong among the dead letters. */
public record RefusedTicketEvent(TicketEvent event, TicketEventRefusal reason) {

    /** Which event it was, why it was not used, and the remedy. */
    public String message() {
        String why = switch (reason) {
            case MALFORMED -> EventFlaw.of(event).orElseThrow();
            case TOO_LATE ->
                "it happened before what is still known of the ticket event by event, or longer ago than any ticket is remembered; raise sla.forget_after, or sla.remember_for";
            case DUPLICATE -> "the same event was there before";
        };
        return "ticket %s, %s %s of %s: %s"
                .formatted(event.ticket(), event.type().wireName(), event.id(), event.occurredAt(), why);
    }
}
