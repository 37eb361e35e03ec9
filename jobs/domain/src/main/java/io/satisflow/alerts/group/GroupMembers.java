package io.satisflow.alerts.group;

import org.jspecify.annotations.Nullable;

/** The alerts of a group, each with a row of its own, so that a change of one does not rewrite the others. */
public interface GroupMembers {
    /** In no particular order. */
    Iterable<MemberState> all();

    @Nullable
    MemberState get(String alertId);

    void put(MemberState member);

    void remove(String alertId);
}
