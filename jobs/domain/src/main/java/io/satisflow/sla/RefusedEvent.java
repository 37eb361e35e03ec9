package io.satisflow.sla;

import java.util.Optional;

/** An event that was not used; all but duplicates belong among the dead letters. */
public record RefusedEvent(TicketEvent event, Refusal reason) {

    /** What is wrong with a malformed event; empty for all other reasons. */
    public Optional<String> flaw() {
        return reason == Refusal.MALFORMED ? EventFlaw.of(event) : Optional.empty();
    }
}
