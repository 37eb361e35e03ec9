package io.satisflow.alerts.control;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a person said to alerts.
 *
 * @param id an EXPIRE has that of the silence which it ends
 * @param at when it was said, in event time
 * @param effectiveAt from when it holds, in event time
 * @param alertId of an ACK; null for others
 * @param matchers of a SILENCE: the labels that an alert must have
 * @param startsAt of a SILENCE; null for {@code effectiveAt}
 * @param endsAt of a SILENCE, the first instant at which it does not hold any more; null for never
 */
public record AlertControl(
        String id,
        Instant at,
        Instant effectiveAt,
        ControlKind kind,
        @Nullable String alertId,
        Map<String, String> matchers,
        @Nullable Instant startsAt,
        @Nullable Instant endsAt,
        String author,
        String comment) {
    public AlertControl {
        matchers = matchers == null ? Map.of() : new TreeMap<>(matchers);
    }

    Instant begins() {
        return startsAt == null || startsAt.isBefore(effectiveAt) ? effectiveAt : startsAt;
    }

    boolean matches(Map<String, String> labels) {
        return matchers.entrySet().stream().allMatch(wanted -> wanted.getValue().equals(labels.get(wanted.getKey())));
    }
}
