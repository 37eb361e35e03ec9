package io.satisflow.flink.intake;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.jspecify.annotations.Nullable;

/** Trails the wall clock by the disorder. When the wall clock is put back, it stands still, through restarts too. */
final class PassedTime implements MapFunction<Long, Long>, CheckpointedFunction {
    private final long disorderMillis;
    private transient long passed;
    private transient @Nullable ListState<Long> passedState;

    PassedTime(Duration disorder) {
        this.disorderMillis = disorder.toMillis();
    }

    @Override
    public void initializeState(FunctionInitializationContext context) throws Exception {
        ListState<Long> state =
                context.getOperatorStateStore().getListState(new ListStateDescriptor<>("passed-time", Types.LONG));
        passed = Long.MIN_VALUE;
        for (long earlier : state.get()) {
            passed = Math.max(passed, earlier);
        }
        passedState = state;
    }

    @Override
    public Long map(Long tick) {
        passed = Math.max(passed, tick - disorderMillis);
        return passed;
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        Objects.requireNonNull(passedState).update(List.of(passed));
    }
}
