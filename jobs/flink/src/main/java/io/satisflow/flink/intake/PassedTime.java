package io.satisflow.flink.intake;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.state.FunctionInitializationContext;
import org.apache.flink.runtime.state.FunctionSnapshotContext;
import org.apache.flink.streaming.api.checkpoint.CheckpointedFunction;
import org.jspecify.annotations.Nullable;

/**
 * Trails the wall clock by the disorder. When the wall clock is put back, it stands still, through restarts too.
 *
 * <p>Time does not pass input that is there to be read. What this process reads itself it never passes: a reader that is behind
 * for longer than a breath holds the time back. Of others nobody knows, so a clock that was not heard for a while (the machine
 * slept, the process was stopped or started again, or got no turn) stands still until whoever writes has had the time to come
 * back.
 */
final class PassedTime extends RichMapFunction<Long, Long> implements CheckpointedFunction {
    /** Ticks come several times a second. After a longer breath others are given as long once more. */
    private static final long LONG_BREATH = Duration.ofSeconds(2).toMillis();
    /** After this the broker, too, may have been away. */
    private static final long LONGEST_BREATH = Duration.ofSeconds(5).toMillis();
    /** Clients of Kafka look for their broker once a second, and send at once what they have kept. */
    private static final long COME_BACK = Duration.ofSeconds(3).toMillis();

    private final long disorderMillis;
    private transient long heardAt;
    private transient long standsUntil;
    private transient @Nullable BooleanSupplier delivery;
    private transient boolean hasTicked;
    private transient boolean waitedOut;
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
        heardAt = passed == Long.MIN_VALUE ? passed : passed + disorderMillis;
        standsUntil = Long.MIN_VALUE;
        delivery = null;
        hasTicked = false;
        waitedOut = false;
    }

    @Override
    public Long map(Long tick) {
        long breath = heardAt == Long.MIN_VALUE ? 0 : tick - heardAt;
        heardAt = Math.max(heardAt, tick);
        if (breath > LONGEST_BREATH) {
            standsUntil = sinceWhenTheyMayComeBack(tick) + COME_BACK;
            delivery = ReadersAtHand.delivery();
        } else if (breath > LONG_BREATH && !waitedOut) {
            // Not twice running: on a machine where each breath is long, time still goes on.
            standsUntil = Math.max(standsUntil, tick + breath);
            waitedOut = true;
        }
        hasTicked = true;
        if (tick >= standsUntil && (delivery == null || delivery.getAsBoolean())) {
            delivery = null;
            waitedOut = false;
            passed = Math.max(passed, upTo(tick));
        }
        return passed;
    }

    /** Records may be under way for as long as the disorder; half of that suffices for those who read at hand. */
    private long upTo(long tick) {
        long delivered = ReadersAtHand.deliveredUntil();
        long half = disorderMillis / 2;
        if (delivered >= tick - half) {
            return tick - disorderMillis;
        }
        return delivered == Long.MIN_VALUE ? delivered : delivered - half;
    }

    /** A process that begins has listened for a while when its clock starts; one that slept wakes up now. */
    private long sinceWhenTheyMayComeBack(long tick) {
        boolean begins = !hasTicked && getRuntimeContext().getTaskInfo().getAttemptNumber() == 0;
        return begins ? Math.min(tick, ReadersAtHand.listeningSince(tick)) : tick;
    }

    @Override
    public void snapshotState(FunctionSnapshotContext context) throws Exception {
        Objects.requireNonNull(passedState).update(List.of(passed));
    }
}
