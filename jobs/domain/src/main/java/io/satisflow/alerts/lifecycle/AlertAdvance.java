package io.satisflow.alerts.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What came of moving a subject forward in time.
 *
 * @param changes alerts that came to stand differently, in order of time
 * @param fresh alerts that stand as before, of which more is known, in order of time
 * @param state to keep; nothing is to be kept when it is empty
 * @param next when to move it forward again, unless an observation comes first
 */
public record AlertAdvance(List<Alert> changes, List<Alert> fresh, SubjectState state, Optional<Instant> next) {
    public AlertAdvance {
        changes = List.copyOf(changes);
        fresh = List.copyOf(fresh);
    }
}
