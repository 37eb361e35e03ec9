package io.satisflow.flink.alerts;

import io.satisflow.alerts.AlertSettings;
import io.satisflow.alerts.control.AlertControls;
import io.satisflow.alerts.group.GroupAdvance;
import io.satisflow.alerts.group.GroupMembers;
import io.satisflow.alerts.group.GroupState;
import io.satisflow.alerts.group.GroupStory;
import io.satisflow.alerts.group.MemberState;
import io.satisflow.alerts.group.Notice;
import io.satisflow.alerts.lifecycle.Alert;
import java.io.UncheckedIOException;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimerService;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a group in state: a small header, a row for each alert, and one for each change that may not be used yet. A
 * change costs one row, however many alerts the group has; only a look, at most once an interval, reads them all.
 */
final class GroupRows {
    private final AlertSettings settings;
    private final ValueState<AlertGroupState> header;
    private final MapState<String, MemberState> members;
    private final MapState<String, Alert> waiting;

    GroupRows(RuntimeContext context, AlertSettings settings) {
        this.settings = settings;
        this.header =
                context.getState(new ValueStateDescriptor<>("group", TypeInformation.of(AlertGroupState.class)));
        this.members = context.getMapState(
                new MapStateDescriptor<>("members", Types.STRING, TypeInformation.of(MemberState.class)));
        this.waiting = context.getMapState(
                new MapStateDescriptor<>("waiting", Types.STRING, TypeInformation.of(Alert.class)));
    }

    void add(RoutedAlert routed, TimerService timers) throws Exception {
        AlertGroupState stored = header.value();
        AlertGroupState group =
                stored == null ? new AlertGroupState(routed.key(), GroupState.EMPTY, EventTimers.NONE) : stored;
        Alert alert = routed.alert();
        // A change that is delivered again has the same row.
        waiting.put("%015d/%s/%s".formatted(alert.asOf().toEpochMilli(), alert.id(), alert.phase()), alert);
        header.update(group.with(group.timers().with(alert.asOf(), timers::registerEventTimeTimer)));
    }

    /** Moves the group on to the watermark: all that is known until then has arrived. */
    List<Notice> advance(long timer, TimerService timers, AlertControls controls) throws Exception {
        AlertGroupState group = header.value();
        long watermark = timers.currentWatermark();
        if (group == null || watermark == Long.MAX_VALUE) {
            // After the END of a replay time stands still: what would happen later has not happened.
            return List.of();
        }
        Instant now = Instant.ofEpochMilli(Math.max(timer, watermark));
        Rows rows = new Rows();
        GroupAdvance advance = GroupStory.advance(
                group.group(), rows, due(now), group.key(), settings.routes().of(group.key()), controls, now);
        EventTimers left = group.timers().without(timer);
        @Nullable Instant later = firstWaiting();
        if (advance.state().isEmpty() && later == null) {
            left.set().forEach(timers::deleteEventTimeTimer);
            header.clear();
            return advance.notices();
        }
        EventTimers set = advance.next().map(next -> left.with(next, timers::registerEventTimeTimer)).orElse(left);
        set = later == null ? set : set.with(later, timers::registerEventTimeTimer);
        header.update(group.with(advance.state()).with(set));
        return advance.notices();
    }

    /** People have said something: what the group tells may change at its next look. */
    static AlertGroupState touched(AlertGroupState group, Instant at) {
        return group.group().isEmpty() ? group : group.with(group.group().touched(at));
    }

    private List<Alert> due(Instant now) throws Exception {
        List<Alert> due = new ArrayList<>();
        List<String> used = new ArrayList<>();
        for (Map.Entry<String, Alert> entry : waiting.entries()) {
            if (!entry.getValue().asOf().isAfter(now)) {
                due.add(entry.getValue());
                used.add(entry.getKey());
            }
        }
        for (String key : used) {
            waiting.remove(key);
        }
        return due;
    }

    private @Nullable Instant firstWaiting() throws Exception {
        Instant first = null;
        for (Alert alert : waiting.values()) {
            first = first == null || alert.asOf().isBefore(first) ? alert.asOf() : first;
        }
        return first;
    }

    /** Members, row by row. */
    private final class Rows implements GroupMembers {
        @Override
        public Iterable<MemberState> all() {
            try {
                return members.values();
            } catch (Exception e) {
                throw unreadable(e);
            }
        }

        @Override
        public @Nullable MemberState get(String alertId) {
            try {
                return members.get(alertId);
            } catch (Exception e) {
                throw unreadable(e);
            }
        }

        @Override
        public void put(MemberState member) {
            try {
                members.put(member.alert().id(), member);
            } catch (Exception e) {
                throw unreadable(e);
            }
        }

        @Override
        public void remove(String alertId) {
            try {
                members.remove(alertId);
            } catch (Exception e) {
                throw unreadable(e);
            }
        }

        private static UncheckedIOException unreadable(Exception cause) {
            return new UncheckedIOException("The members of a group cannot be read or written", new IOException(cause));
        }
    }
}
