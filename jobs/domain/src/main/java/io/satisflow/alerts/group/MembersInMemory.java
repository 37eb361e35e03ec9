package io.satisflow.alerts.group;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Members of a group that lives as long as a process. */
public final class MembersInMemory implements GroupMembers {
    private final Map<String, MemberState> byId = new TreeMap<>();

    @Override
    public Iterable<MemberState> all() {
        return List.copyOf(byId.values());
    }

    @Override
    public @Nullable MemberState get(String alertId) {
        return byId.get(alertId);
    }

    @Override
    public void put(MemberState member) {
        byId.put(member.alert().id(), member);
    }

    @Override
    public void remove(String alertId) {
        byId.remove(alertId);
    }

    public boolean isEmpty() {
        return byId.isEmpty();
    }
}
