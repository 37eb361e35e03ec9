package io.satisflow.flink.intake;

import java.io.Serializable;
import java.util.function.BooleanSupplier;
import org.apache.flink.api.common.functions.FilterFunction;

/**
 * Leaves out times that nobody waits for: what was said already, and while nothing comes in those at which nothing is due. Each
 * costs a mark in every raw partition, and one in every partition behind it. Before time has begun there is nothing to say.
 */
final class ClockPace implements FilterFunction<Long> {
    /** Of this many ticks at least one is told. */
    static final int LONGEST_SILENCE = 10 * WallClock.TICKS_A_SECOND;
    /** Of this many, when time stands still: readers that start again have forgotten it. */
    static final int LONGEST_STANDSTILL = 3 * WallClock.TICKS_A_SECOND;

    private final SerializableQuestion isQuiet;
    private final Waiting waiting;
    private long told = Long.MIN_VALUE;
    private int silent;

    /** Whether nothing has come in for a while. */
    interface SerializableQuestion extends BooleanSupplier, Serializable {}

    /** Whether anybody waits for a time after {@code told} and not after {@code passed}. */
    interface Waiting extends Serializable {
        boolean anyBetween(long told, long passed);
    }

    ClockPace(SerializableQuestion isQuiet, Waiting waiting) {
        this.isQuiet = isQuiet;
        this.waiting = waiting;
    }

    @Override
    public boolean filter(Long passed) {
        if (passed == Long.MIN_VALUE) {
            return false;
        }
        silent++;
        if (!isToTell(passed)) {
            return false;
        }
        told = passed;
        silent = 0;
        return true;
    }

    private boolean isToTell(long passed) {
        if (passed <= told) {
            return silent >= LONGEST_STANDSTILL;
        }
        boolean isAwaited = waiting.anyBetween(told, passed);
        return isAwaited || silent >= LONGEST_SILENCE || !isQuiet.getAsBoolean();
    }
}
