package io.satisflow.sla;

import io.satisflow.ticket.TicketEvent;
import io.satisflow.ticket.TicketEventType;
import io.satisflow.ticket.Transition;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Finds, while a ticket is told, the events that its log can do without: of those that change nothing for any clock, only
 * the last of a kind is needed, since it tells when something was heard last. A mail loop of thousands of messages so takes
 * the place of a few.
 */
final class EventFolding {
    /** Replies are never folded: a message that is told late may have been answered by any of them. */
    private static final Set<TicketEventType> NEVER =
            EnumSet.of(TicketEventType.CREATED, TicketEventType.AGENT_REPLY, TicketEventType.MERGED);

    /** A log that is no longer than most is not looked through. */
    private static final int SPARED = 64;

    private int told;
    private final Set<TicketEvent> foldable = new HashSet<>();
    private final Map<TicketEventType, TicketEvent> last = new EnumMap<>(TicketEventType.class);

    /** @param leftClocks whether no clock has changed by it */
    void note(Transition turn, boolean leftClocks) {
        told++;
        if (told <= SPARED) {
            return;
        }
        boolean changesNothing = leftClocks
                && turn.before().isSameButLater(turn.after())
                && turn.known().equals(turn.knownBefore());
        TicketEvent event = turn.event();
        if (!changesNothing || NEVER.contains(event.type())) {
            last.clear();
            return;
        }
        TicketEvent earlier = last.put(event.type(), event);
        if (earlier != null) {
            foldable.add(earlier);
        }
    }

    Set<TicketEvent> foldable() {
        return foldable;
    }
}
