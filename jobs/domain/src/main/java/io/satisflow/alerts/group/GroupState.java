package io.satisflow.alerts.group;

import io.satisflow.alerts.lifecycle.Alert;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that is kept of a group.
 *
 * @param waiting changes of alerts that may not be used yet
 * @param members alerts that fire, or ended since the last look, by id
 * @param firstLook when the group is looked at first; later looks follow at whole intervals. Null while there are no members
 * @param changedAt when a member changed since the last look; null when none did
 */
public record GroupState(
        List<Alert> waiting,
        Map<String, Alert> members,
        @Nullable Instant firstLook,
        @Nullable Instant changedAt,
        NotifiedState told) {
    public static final GroupState EMPTY = new GroupState(List.of(), Map.of(), null, null, NotifiedState.NEVER);

    /** Tolerates null, which a field that was added after a savepoint is restored as. */
    public GroupState {
        waiting = waiting == null ? List.of() : List.copyOf(waiting);
        members = members == null ? Map.of() : new TreeMap<>(members);
        told = told == null ? NotifiedState.NEVER : told;
    }

    public GroupState with(Alert changed) {
        return new GroupState(
                Stream.concat(waiting.stream(), Stream.of(changed)).toList(), members, firstLook, changedAt, told);
    }

    public boolean isEmpty() {
        return waiting.isEmpty() && members.isEmpty();
    }
}
