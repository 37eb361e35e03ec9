package io.satisflow.alerts.group;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a group apart from its members.
 *
 * @param firstLook when the group is looked at first; later looks follow at whole intervals. Null while there are no members
 * @param changedAt when a member changed since the last look; null when none did
 * @param toldAt when the receiver was told last; null when it was not
 * @param dueAt when there can be something to say though nothing changes; null when there cannot
 */
public record GroupState(
        @Nullable Instant firstLook,
        @Nullable Instant changedAt,
        @Nullable Instant toldAt,
        @Nullable Instant dueAt) {
    public static final GroupState EMPTY = new GroupState(null, null, null, null);

    public boolean isEmpty() {
        return firstLook == null;
    }

    /** People have said something that may concern it. */
    public GroupState touched(Instant at) {
        return new GroupState(firstLook, changedAt == null || changedAt.isAfter(at) ? at : changedAt, toldAt, dueAt);
    }
}
