package io.satisflow.flink.alerts;

import io.satisflow.alerts.group.GroupState;
import io.satisflow.alerts.route.GroupKey;

/** A group as it is kept in state. */
public record AlertGroupState(GroupKey key, GroupState group, EventTimers timers) {

    /** Tolerates null, which a field that was added after a savepoint is restored as. */
    public AlertGroupState {
        group = group == null ? GroupState.EMPTY : group;
        timers = timers == null ? EventTimers.NONE : timers;
    }

    AlertGroupState with(GroupState changed) {
        return new AlertGroupState(key, changed, timers);
    }

    AlertGroupState with(EventTimers changed) {
        return new AlertGroupState(key, group, changed);
    }
}
