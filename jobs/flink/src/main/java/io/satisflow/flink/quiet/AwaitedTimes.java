package io.satisflow.flink.quiet;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * Instants of event time at which a job of this process has something to do though nothing comes in: a deadline, an alert that
 * is due, an answer that leaves a window. Whoever tells the time may be silent up to the next one. Nothing depends on them but
 * how soon time is told: one that is not known here comes when time is told next.
 */
public final class AwaitedTimes {
    /** Of times far ahead the latest are left out: until then they are named again, or time is told anyway. */
    private static final int MOST = 10_000;

    private static final ConcurrentSkipListSet<Long> TIMES = new ConcurrentSkipListSet<>();
    private static final Set<Timetable> TIMETABLES = ConcurrentHashMap.newKeySet();
    private static volatile boolean isAsked;
    private static int added;

    private AwaitedTimes() {}

    /** One whose next time is always known to whoever has it. */
    public static final class Timetable implements AutoCloseable {
        private volatile long next = Long.MAX_VALUE;

        /** @param time epoch milliseconds; the highest number for never */
        public void next(long time) {
            next = time;
        }

        public void notAfter(long time) {
            if (time < next) {
                next = time;
            }
        }

        @Override
        public void close() {
            TIMETABLES.remove(this);
        }
    }

    /** To be closed when its jobs end. */
    public static Timetable timetable() {
        Timetable timetable = new Timetable();
        TIMETABLES.add(timetable);
        return timetable;
    }

    /** @param time epoch milliseconds */
    public static void add(long time) {
        if (isAsked && TIMES.add(time)) {
            dropLatest();
        }
    }

    private static synchronized void dropLatest() {
        added++;
        if (added > MOST) {
            added = TIMES.size();
        }
        if (added > MOST) {
            TIMES.pollLast();
            added--;
        }
    }

    /** Whether anybody waits for a time after the one and not after the other; earlier ones are forgotten. */
    public static boolean anyBetween(long told, long passed) {
        isAsked = true;
        TIMES.headSet(told, true).clear();
        Long next = TIMES.higher(told);
        return next != null && next <= passed
                || TIMETABLES.stream().anyMatch(table -> table.next > told && table.next <= passed);
    }
}
