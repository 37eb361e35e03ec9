package io.satisflow.flink.sla;

import java.util.function.LongConsumer;
import org.apache.flink.streaming.runtime.tasks.ProcessingTimeService;

/**
 * Lets time come to a watermark in slices of work. Most watermarks are one slice. When a million tickets are due at
 * once, as when other policies take effect, records and the barriers of checkpoints come through between two slices;
 * the watermark is held until the work is done, so nothing downstream sees a difference. What a checkpoint finds undone
 * still has its timers.
 */
final class TimeInSlices {
    private static final long PAUSE_MILLIS = 5;

    private final Work work;
    private final LongConsumer arrived;
    private final ProcessingTimeService pacing;
    private long reached = Long.MIN_VALUE;
    private long goal = Long.MIN_VALUE;
    /** The last watermark that has come in; those before it, while there was work, need not be told by themselves. */
    private long latest = Long.MIN_VALUE;

    private boolean isPausing;

    /** What has to be done before time may have come to a watermark. */
    @FunctionalInterface
    interface Work {
        /** Does a slice of it; whether that was all. */
        boolean doSome(long watermark) throws Exception;
    }

    /** @param arrived takes each watermark up to which all is done */
    TimeInSlices(Work work, LongConsumer arrived, ProcessingTimeService pacing) {
        this.work = work;
        this.arrived = arrived;
        this.pacing = pacing;
    }

    /** Up to here all is done. */
    long reached() {
        return reached;
    }

    void moveTo(long watermark) throws Exception {
        latest = Math.max(latest, watermark);
        if (!isPausing) {
            work();
        }
    }

    /** Does at once what is left. */
    void finish() throws Exception {
        while (reached < latest) {
            doSlice();
        }
    }

    private void work() throws Exception {
        while (reached < latest) {
            if (!doSlice()) {
                isPausing = true;
                pacing.registerTimer(pacing.getCurrentProcessingTime() + PAUSE_MILLIS, now -> goOn());
                return;
            }
        }
    }

    private void goOn() throws Exception {
        isPausing = false;
        work();
    }

    private boolean doSlice() throws Exception {
        goal = goal > reached ? goal : latest;
        if (!work.doSome(goal)) {
            return false;
        }
        reached = goal;
        arrived.accept(reached);
        return true;
    }
}
