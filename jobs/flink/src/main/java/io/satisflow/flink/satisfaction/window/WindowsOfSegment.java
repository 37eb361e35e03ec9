package io.satisflow.flink.satisfaction.window;

import io.satisflow.flink.io.arrival.Standstill;
import io.satisflow.flink.quiet.AwaitedTimes;
import io.satisflow.flink.satisfaction.tally.SegmentChange;
import io.satisflow.flink.satisfaction.tally.TalliesFormat;
import io.satisflow.flink.types.DomainTypes;
import io.satisflow.satisfaction.SatisfactionSettings;
import io.satisflow.satisfaction.score.ScoreRow;
import io.satisflow.satisfaction.window.GridAdvance;
import io.satisflow.satisfaction.window.PaneSums;
import io.satisflow.satisfaction.window.WindowGrid;
import io.satisflow.segment.Segment;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimeServiceManager;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Keeps the rolling windows of segments and moves them in event time only (rule T4).
 *
 * <p>Segments that are in use are at hand, on the heap: an answer adds to what has arrived, a step is worked out there, and
 * nothing is read or written for either. A checkpoint writes what has changed, and leaves the segments at hand that were used
 * since the one before; so does a heap that becomes full. What is in state alone has a timer for the next step of each grid at
 * which something happens, and comes to hand by it.
 */
public final class WindowsOfSegment extends AbstractStreamOperator<ScoreRow>
        implements OneInputStreamOperator<SegmentChange, ScoreRow>, Triggerable<String, VoidNamespace> {
    public static final OutputTag<PaneSums> PANES =
            new OutputTag<>("satisfaction-panes", DomainTypes.of(PaneSums.class));

    /** Numbers that may be at hand: some forty megabytes. */
    private static final int MOST_AT_HAND = 250_000;
    /** The name that timers of process functions have. */
    private static final String TIMERS = "user-timers";

    private static final Comparator<Turn> IN_ORDER = Comparator.comparingLong(Turn::time)
            .thenComparing(turn -> turn.segment().key())
            .thenComparingLong(turn -> turn.grid().grid().step());

    private final SatisfactionSettings settings;
    private final List<WindowGrid> grids;
    private final long cell;
    private final StoreIn storeIn;
    private final int mostAtHand;
    private transient SegmentStore store;
    private transient InternalTimerService<VoidNamespace> timers;
    private transient Map<String, SegmentAtHand> atHand;
    private transient List<SegmentAtHand> arrivedFor;
    private transient PriorityQueue<Turn> turns;
    private transient long weight;

    /** Where the state of an operator is. */
    public interface StoreIn extends Serializable {
        SegmentStore apply(List<WindowGrid> grids, RuntimeContext context);
    }

    public WindowsOfSegment(SatisfactionSettings settings, StoreIn storeIn) {
        this(settings, storeIn, MOST_AT_HAND);
    }

    /** @param mostAtHand numbers that may be at hand */
    @SuppressWarnings("NullAway.Init")
    public WindowsOfSegment(SatisfactionSettings settings, StoreIn storeIn, int mostAtHand) {
        this.settings = settings;
        this.grids = settings.grids();
        this.cell = settings.cell();
        this.storeIn = storeIn;
        this.mostAtHand = mostAtHand;
    }

    /** One that is over when the grid is due at another time by now. */
    private record Turn(long time, SegmentAtHand segment, GridAtHand grid) {}

    @Override
    public void open() throws Exception {
        super.open();
        store = storeIn.apply(grids, getRuntimeContext());
        timers = getInternalTimerService(TIMERS, VoidNamespaceSerializer.INSTANCE, this);
        atHand = new HashMap<>();
        arrivedFor = new ArrayList<>();
        turns = new PriorityQueue<>(IN_ORDER);
        weight = 0;
    }

    @Override
    public void processElement(StreamRecord<SegmentChange> element) throws Exception {
        SegmentChange change = element.getValue();
        SegmentAtHand segment = take(change.segment());
        long knownAt = Math.max(change.knownAt(), afterWatermark());
        if (segment.add(knownAt, change.occurredAt(), TalliesFormat.read(change.tallies()))) {
            arrivedFor.add(segment);
            // By then it is known what each grid waits for.
            AwaitedTimes.add(knownAt);
        }
        if (isFull()) {
            settle();
            putAway();
        }
    }

    /** Steps up to the watermark have been told: a score that was not waited for changes the next one. */
    private long afterWatermark() {
        return Standstill.isReached(timers.currentWatermark()) ? Long.MIN_VALUE : timers.currentWatermark() + 1;
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        if (Standstill.isReached(mark.getTimestamp())) {
            super.processWatermark(mark);
            return;
        }
        settle();
        InternalTimeServiceManager<?> manager = getTimeServiceManager().orElseThrow();
        boolean isAll;
        do {
            boolean areAllAtHand = manager.tryAdvanceWatermark(mark, this::isFull);
            isAll = advanceUntil(mark.getTimestamp()) && areAllAtHand;
            if (isFull()) {
                putAway();
                isAll = false;
            }
        } while (!isAll);
        output.emitWatermark(mark);
    }

    private boolean isFull() {
        return weight > mostAtHand;
    }

    /** The segment is the current key. */
    @Override
    public void onEventTime(InternalTimer<String, VoidNamespace> timer) throws Exception {
        if (!Standstill.isReached(timers.currentWatermark())) {
            take(timer.getKey()).timers().remove(timer.getTimestamp());
        }
    }

    @Override
    public void onProcessingTime(InternalTimer<String, VoidNamespace> timer) {
        throw new IllegalStateException("windows go by event time only");
    }

    /** A segment that comes to hand is the current key. */
    private SegmentAtHand take(String key) throws Exception {
        SegmentAtHand segment = atHand.get(key);
        if (segment == null) {
            segment = SegmentAtHand.take(key, grids, cell, store);
            atHand.put(key, segment);
            weight += segment.weight();
            awaitTurns(segment);
        }
        return segment;
    }

    private void awaitTurns(SegmentAtHand segment) {
        segment.grids().forEach(grid -> awaitTurn(segment, grid));
    }

    private void awaitTurn(SegmentAtHand segment, GridAtHand grid) {
        if (grid.due() != SegmentStore.NEVER) {
            turns.add(new Turn(grid.due(), segment, grid));
            AwaitedTimes.add(grid.due());
        }
    }

    /** What has arrived is told to the grids. */
    private void settle() {
        for (SegmentAtHand segment : arrivedFor) {
            weight -= segment.weight();
            segment.settle();
            weight += segment.weight();
            awaitTurns(segment);
        }
        arrivedFor.clear();
    }

    /** Whether that was all that is at hand; not when the heap became too full on the way. */
    private boolean advanceUntil(long time) throws Exception {
        for (Turn turn = turns.peek(); turn != null && turn.time() <= time; turn = turns.peek()) {
            turns.remove();
            if (turn.grid().due() == turn.time()) {
                advance(turn);
                if (weight > 2L * mostAtHand) {
                    return false;
                }
            }
        }
        return true;
    }

    private void advance(Turn turn) throws Exception {
        SegmentAtHand segment = turn.segment();
        setCurrentKey(segment.key());
        segment.use();
        weight -= turn.grid().weight();
        GridAdvance advance = turn.grid().advance();
        weight += turn.grid().weight();
        tell(segment.segment(), turn.time(), advance);
        awaitTurn(segment, turn.grid());
    }

    private void tell(Segment segment, long step, GridAdvance advance) {
        advance.rows()
                .forEach(row -> output.collect(
                        new StreamRecord<>(row.scores(segment, settings.metricsIn(row.window())), step)));
        advance.panes()
                .forEach(pane -> output.collect(
                        PANES, new StreamRecord<>(PaneSums.of(segment, pane, settings.metrics()), step)));
    }

    /** A checkpoint holds no memory. What was not used since the one before is as it was written then. */
    @Override
    public void prepareSnapshotPreBarrier(long checkpoint) throws Exception {
        settle();
        Set<SegmentAtHand> over = new HashSet<>();
        for (SegmentAtHand segment : atHand.values()) {
            boolean isUsed = segment.takeUsed();
            if (isUsed) {
                save(segment);
            }
            if (!isUsed || segment.isNothing()) {
                over.add(segment);
            }
        }
        letGo(over);
    }

    private void putAway() throws Exception {
        for (SegmentAtHand segment : atHand.values()) {
            save(segment);
        }
        letGo(Set.copyOf(atHand.values()));
    }

    private void save(SegmentAtHand segment) throws Exception {
        setCurrentKey(segment.key());
        weight -= segment.weight();
        segment.save(store);
        weight += segment.weight();
        setTimers(segment);
    }

    private void setTimers(SegmentAtHand segment) {
        Set<Long> wanted = segment.turns();
        for (long timer : segment.timers()) {
            if (!wanted.contains(timer)) {
                timers.deleteEventTimeTimer(VoidNamespace.INSTANCE, timer);
            }
        }
        wanted.forEach(timer -> timers.registerEventTimeTimer(VoidNamespace.INSTANCE, timer));
        segment.timers().clear();
        segment.timers().addAll(wanted);
    }

    private void letGo(Set<SegmentAtHand> segments) {
        if (segments.isEmpty()) {
            return;
        }
        turns.removeIf(turn -> segments.contains(turn.segment()));
        for (SegmentAtHand segment : segments) {
            atHand.remove(segment.key());
            weight -= segment.weight();
        }
    }
}
