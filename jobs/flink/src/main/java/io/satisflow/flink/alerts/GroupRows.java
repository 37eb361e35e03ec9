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
import io.satisflow.flink.io.arrival.Standstill;
import io.satisflow.flink.state.StateFormat;
import io.satisflow.flink.state.StoredRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.TimerService;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a group in state: a small header, a row for each alert, and one for each change that may not be used yet. A
 * change costs one row, however many alerts the group has; only a look reads them all, once an interval and seldom between.
 */
final class GroupRows {
    private final AlertSettings settings;
    static final String HEADER = "group";
    private static final StateFormat<AlertGroupState> GROUP = new StateFormat<>(AlertGroupState.class);
    private static final StateFormat<MemberState> MEMBER = new StateFormat<>(MemberState.class);
    private static final StateFormat<Alert> ALERT = new StateFormat<>(Alert.class);

    private final StoredRecord<AlertGroupState> header;
    private final MapState<String, byte[]> members;
    private final MapState<String, byte[]> waiting;

    GroupRows(RuntimeContext context, AlertSettings settings) {
        this.settings = settings;
        this.header = new StoredRecord<>(context, HEADER, AlertGroupState.class);
        this.members = context.getMapState(bytesBy("members"));
        this.waiting = context.getMapState(bytesBy("waiting"));
    }

    private static MapStateDescriptor<String, byte[]> bytesBy(String name) {
        return new MapStateDescriptor<>(name, Types.STRING, PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO);
    }

    void add(RoutedAlert routed, TimerService timers) throws Exception {
        AlertGroupState stored = header.value();
        AlertGroupState group =
                stored == null ? new AlertGroupState(routed.key(), GroupState.EMPTY, EventTimers.NONE) : stored;
        Alert alert = routed.alert();
        // A change that is delivered again has the same row.
        String what = alert.freshAt() == null ? alert.phase().toString() : "fresh";
        waiting.put("%015d/%s/%s".formatted(alert.knownAt().toEpochMilli(), alert.id(), what), ALERT.write(alert));
        header.update(group.with(group.timers().with(alert.knownAt(), timers::registerEventTimeTimer)));
    }

    /** Moves the group on to the watermark: all that is known until then has arrived. */
    List<Notice> advance(long timer, TimerService timers, AlertControls controls) throws Exception {
        AlertGroupState group = header.value();
        long watermark = timers.currentWatermark();
        if (group == null || Standstill.isReached(watermark)) {
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
        EventTimers set = advance.next()
                .map(next -> left.with(next, timers::registerEventTimeTimer))
                .orElse(left);
        set = later == null ? set : set.with(later, timers::registerEventTimeTimer);
        header.update(group.with(advance.state()).with(set));
        return advance.notices();
    }

    /** People have said something: what the group of these bytes tells may change at its next look. */
    static byte[] touched(byte[] stored, Instant at) {
        AlertGroupState group = GROUP.read(stored);
        return group.group().isEmpty()
                ? stored
                : GROUP.write(group.with(group.group().touched(at)));
    }

    private List<Alert> due(Instant now) throws Exception {
        List<Alert> due = new ArrayList<>();
        List<String> used = new ArrayList<>();
        for (Map.Entry<String, byte[]> entry : waiting.entries()) {
            if (known(entry.getKey()) <= now.toEpochMilli()) {
                due.add(ALERT.read(entry.getValue()));
                used.add(entry.getKey());
            }
        }
        for (String key : used) {
            waiting.remove(key);
        }
        return due;
    }

    /** The instant that a change's row begins with. */
    private static long known(String key) {
        return Long.parseLong(key.substring(0, key.indexOf('/')));
    }

    private @Nullable Instant firstWaiting() throws Exception {
        Long first = null;
        for (String key : waiting.keys()) {
            first = first == null || known(key) < first ? Long.valueOf(known(key)) : first;
        }
        return first == null ? null : Instant.ofEpochMilli(first);
    }

    /** Members, row by row. */
    private final class Rows implements GroupMembers {
        @Override
        public Iterable<MemberState> all() {
            try {
                // Who walks through the members also writes and removes some.
                List<byte[]> stored = new ArrayList<>();
                members.values().forEach(stored::add);
                return () -> stored.stream().map(MEMBER::read).iterator();
            } catch (Exception e) {
                throw unreadable(e);
            }
        }

        @Override
        public @Nullable MemberState get(String alertId) {
            try {
                byte[] stored = members.get(alertId);
                return stored == null ? null : MEMBER.read(stored);
            } catch (Exception e) {
                throw unreadable(e);
            }
        }

        @Override
        public void put(MemberState member) {
            try {
                members.put(member.alert().id(), MEMBER.write(member));
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
