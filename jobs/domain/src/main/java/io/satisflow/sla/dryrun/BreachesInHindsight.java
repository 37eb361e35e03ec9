package io.satisflow.sla.dryrun;

import java.util.Optional;

/**
 * Breaches that became known in the same moment as their end, as they do where a row of a file is a whole conversation, written
 * when it was over. They count as missed, and nobody is alerted of what is over.
 *
 * @param of all breaches
 */
public record BreachesInHindsight(long count, long of) {

    /** A sentence for the reader of the results; empty where each breach stood for a while. */
    public Optional<String> remark() {
        return count == 0
                ? Optional.empty()
                : Optional.of(
                        "%d of %d breaches became known only when they were over, as of rows that are written at the end of a conversation: they count as missed, and nobody was alerted of them"
                                .formatted(count, of));
    }
}
