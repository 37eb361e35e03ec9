package io.satisflow.alerts.group;

import io.satisflow.alerts.rule.Severity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a group apart from its members.
 *
 * @param firstLook when the group is looked at first; later looks follow at whole intervals. Null while there are no members
 * @param changedAt when a member changed since the last look; null when none did
 * @param toldAt when the receiver was told last; null when it was not
 * @param dueAt when there can be something to say though nothing changes; null when there cannot
 * @param worseAt when news came since the last look that does not wait for the interval; null when none did
 * @param worst severity of all that was told; null when nothing was, or an earlier release told it
 * @param hurried how often in a row it was told before its interval was over
 */
public record GroupState(
        @Nullable Instant firstLook,
        @Nullable Instant changedAt,
        @Nullable Instant toldAt,
        @Nullable Instant dueAt,
        @Nullable Instant worseAt,
        @Nullable Severity worst,
        int hurried) {
    public static final GroupState EMPTY = new GroupState(null, null, null, null, null, null, 0);

    public boolean isEmpty() {
        return firstLook == null;
    }

    /** People have said something that may concern it. */
    public GroupState touched(Instant at) {
        Instant changed = changedAt == null || changedAt.isAfter(at) ? at : changedAt;
        return new GroupState(firstLook, changed, toldAt, dueAt, worseAt, worst, hurried);
    }
}
