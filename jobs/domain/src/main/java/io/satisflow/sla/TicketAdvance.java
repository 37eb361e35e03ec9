package io.satisflow.sla;

import io.satisflow.sla.clock.SlaEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What came of moving a ticket forward in time.
 *
 * @param said by its clocks, in the order in which it became known
 * @param milestones among what was said, and earlier ones that have changed by it
 * @param refused events, each handed back once
 * @param state to keep; when it is forgotten, nothing is to be kept
 * @param next when to move it forward again, unless an event comes first; empty when there is nothing to wait for
 */
public record TicketAdvance(
        List<SlaEvent> said,
        List<Milestone> milestones,
        List<RefusedTicketEvent> refused,
        TicketState state,
        Optional<Instant> next) {
    public TicketAdvance {
        said = List.copyOf(said);
        milestones = List.copyOf(milestones);
        refused = List.copyOf(refused);
    }

    public boolean isForgotten() {
        return state.isForgotten();
    }
}
