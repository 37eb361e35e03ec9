package io.satisflow.alerts.group;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a receiver was told of a group last.
 *
 * @param at null when it was never told
 * @param firing ids of the alerts that fired then, in order
 * @param resolved ids of those that it was told are over
 */
public record NotifiedState(@Nullable Instant at, List<String> firing, List<String> resolved) {
    static final NotifiedState NEVER = new NotifiedState(null, List.of(), List.of());

    public NotifiedState {
        firing = firing == null ? List.of() : List.copyOf(firing);
        resolved = resolved == null ? List.of() : List.copyOf(resolved);
    }
}
