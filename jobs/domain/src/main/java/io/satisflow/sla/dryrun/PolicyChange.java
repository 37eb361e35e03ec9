package io.satisflow.sla.dryrun;

import io.satisflow.sla.clock.Clock;
import io.satisflow.sla.clock.SlaEvent;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What other policies would do to one clock of an open ticket.
 *
 * @param before what the clock said last; null when nothing was promised
 * @param after what it says when the policies take effect
 */
public record PolicyChange(Kind kind, @Nullable SlaEvent before, SlaEvent after) {

    /** In the order of urgency. */
    public enum Kind {
        /** The new target is used up already. */
        BREACHED,
        EARLIER,
        LATER,
        /** Something is promised where nothing was. */
        PROMISED,
        /** Nothing is promised any more. */
        CANCELLED,
        /** Under another name or with other warnings, but due as before. */
        SAME_DUE
    }

    public String ticket() {
        return after.ticket();
    }

    public Clock clock() {
        return after.clock();
    }

    /** The policy that promises it from then on; of what is cancelled, the one that did. */
    public String policy() {
        return after.policy();
    }

    public Optional<Instant> dueBefore() {
        return Optional.ofNullable(before).map(SlaEvent::due);
    }

    public Optional<Instant> dueAfter() {
        return Optional.ofNullable(after.due());
    }
}
