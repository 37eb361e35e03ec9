package io.satisflow.satisfaction.outcome;

import java.time.Instant;
import java.util.Map;

/**
 * What a rule has found.
 *
 * @param anchor what it was found of, unique within the ticket or the customer: each later version takes the place of the one before
 * @param at the moment it counts for
 * @param hit whether what is asked holds
 * @param finalAt from when it can no longer change; not after {@code now} for what is decided
 * @param facts of the ticket, by the names that policies use
 */
public record Found(String metric, String anchor, Instant at, boolean hit, Instant finalAt, Map<String, String> facts) {

    boolean isFinal(Instant now) {
        return !now.isBefore(finalAt);
    }
}
