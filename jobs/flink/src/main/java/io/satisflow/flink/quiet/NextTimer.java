package io.satisflow.flink.quiet;

import java.lang.reflect.Field;
import org.apache.flink.runtime.state.InternalPriorityQueue;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.InternalTimerServiceImpl;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The first of all event-time timers of an operator, restored ones too. Flink keeps them in order and does not tell. */
public final class NextTimer {
    private static final Logger LOG = LoggerFactory.getLogger(NextTimer.class);
    private static final String QUEUE = "eventTimeTimersQueue";

    private final @Nullable InternalPriorityQueue<?> queue;

    private NextTimer(@Nullable InternalPriorityQueue<?> queue) {
        this.queue = queue;
    }

    /** Of a Flink that keeps them otherwise nothing is known, and times come when time is told anyway. */
    public static NextTimer of(InternalTimerService<?> timers) {
        try {
            Field queue = InternalTimerServiceImpl.class.getDeclaredField(QUEUE);
            queue.setAccessible(true);
            return new NextTimer((InternalPriorityQueue<?>) queue.get(timers));
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.info("The next timer of {} is not known", timers.getClass().getName(), e);
            return new NextTimer(null);
        }
    }

    /** Epoch milliseconds; the highest number when there is none, or none is known. */
    public long time() {
        return queue != null && queue.peek() instanceof InternalTimer<?, ?> timer
                ? timer.getTimestamp()
                : Long.MAX_VALUE;
    }
}
