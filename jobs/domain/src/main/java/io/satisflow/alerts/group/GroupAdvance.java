package io.satisflow.alerts.group;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What came of moving a group forward in time.
 *
 * @param notices in order of time
 * @param state to keep; nothing is to be kept when it is empty
 * @param next when to move it forward again, unless an alert changes first
 */
public record GroupAdvance(List<Notice> notices, GroupState state, Optional<Instant> next) {
    public GroupAdvance {
        notices = List.copyOf(notices);
    }
}
