package io.satisflow.sla;

/** An event that was not used; all but duplicates belong among the dead letters. */
public record RefusedEvent(TicketEvent event, Refusal reason) {}
