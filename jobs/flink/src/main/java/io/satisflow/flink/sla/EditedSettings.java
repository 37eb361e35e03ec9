package io.satisflow.flink.sla;

import io.satisflow.flink.state.StateFormat;
import io.satisflow.sla.policy.AppliedPolicies;
import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.jspecify.annotations.Nullable;

/** The policies of the settings as they have been over all lives of a job. What was judged by earlier ones stays so. */
final class EditedSettings implements Serializable {
    private static final StateFormat<AppliedPolicies> FORMAT = new StateFormat<>(AppliedPolicies.class);

    private final @Nullable AppliedPolicies now;
    private transient @Nullable ListState<byte[]> state;
    private transient List<AppliedPolicies> versions = new ArrayList<>();

    /** @param now as the settings have them; null when they do not matter */
    EditedSettings(@Nullable AppliedPolicies now) {
        this.now = now;
    }

    /** @param time in epoch milliseconds, up to which tickets have been judged */
    void restore(OperatorStateStore store, long time) throws Exception {
        ListState<byte[]> restored = store.getListState(
                new ListStateDescriptor<>("configured", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
        state = restored;
        versions = new ArrayList<>();
        for (byte[] stored : restored.get()) {
            versions.add(FORMAT.read(stored));
        }
        if (now == null) {
            return;
        }
        if (versions.isEmpty() || time == Long.MIN_VALUE) {
            versions = new ArrayList<>(List.of(now));
        } else if (!versions.get(versions.size() - 1).saysTheSameAs(now)) {
            versions.add(now.from(Instant.ofEpochMilli(time + 1)));
        }
    }

    void snapshot() throws Exception {
        if (state != null) {
            state.update(versions.stream().map(FORMAT::write).toList());
        }
    }

    /** All versions, the first in place of what holds from the beginning; none when they were never edited. */
    List<AppliedPolicies> toTell() {
        return versions.size() > 1 ? List.copyOf(versions) : List.of();
    }
}
