package io.satisflow.ticket;

import java.io.Serializable;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How the tickets of a channel come to their end, where it differs from the rest.
 *
 * @param solvedAfter for how long nobody must have said anything for a ticket to count as solved, where the source
 *     never says so itself; null when it does
 * @param forgetAfter how long a ticket is kept as a whole after it was solved and last heard of; null for as long as all
 *     others
 * @param closedIsFinal whether nothing reopens what is closed, since the source goes on in another ticket
 */
public record TicketEnd(
        @Nullable Duration solvedAfter, @Nullable Duration forgetAfter, boolean closedIsFinal) implements Serializable {

    public static final TicketEnd AS_ALL_OTHERS = new TicketEnd(null, null, false);

    public TicketEnd(@Nullable Duration solvedAfter, @Nullable Duration forgetAfter) {
        this(solvedAfter, forgetAfter, false);
    }
}
