package io.satisflow.local.replay.books;

import io.satisflow.sla.clock.SlaEvent;
import io.satisflow.sla.clock.SlaEventType;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Breaches that became known in the same moment as their end, as they do where a row of a file is a whole conversation, written
 * when it was over. They count as missed, and nobody is alerted of what is over.
 */
final class BreachesInHindsight {
    /** By promise, when its breach became known. */
    private final Map<String, Instant> open = new HashMap<>();

    private long breaches;
    private long inHindsight;

    /** Events of a ticket come in their order. */
    void add(SlaEvent event) {
        String promise = "%s/%s/%d".formatted(event.ticket(), event.clock().wireName(), event.instance());
        if (event.type() == SlaEventType.BREACH) {
            breaches++;
            open.put(promise, event.asOf());
        } else if (event.type() == SlaEventType.FULFIL || event.type() == SlaEventType.CANCEL) {
            Instant known = open.remove(promise);
            if (known != null && known.equals(event.asOf())) {
                inHindsight++;
            }
        }
    }

    long count() {
        return inHindsight;
    }

    Optional<String> remark() {
        return inHindsight == 0
                ? Optional.empty()
                : Optional.of(
                        "%d of %d breaches became known only when they were over, as of rows that are written at the end of a conversation: they count as missed, and nobody was alerted of them"
                                .formatted(inHindsight, breaches));
    }
}
