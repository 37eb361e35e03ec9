package io.satisflow.flink.intake;

import java.io.Serializable;
import java.util.function.BooleanSupplier;
import org.apache.flink.api.common.functions.FilterFunction;

/**
 * Leaves out times that nobody waits for: what was said already, and most of them while nothing comes in. Each costs a mark in
 * every raw partition, and one in every partition behind it. Before time has begun there is nothing to say.
 */
final class ClockPace implements FilterFunction<Long> {
    /** Of this many ticks at least one is told. */
    static final int LONGEST_SILENCE = 3 * WallClock.TICKS_A_SECOND;

    private final SerializableQuestion isQuiet;
    private long told = Long.MIN_VALUE;
    private int silent;

    /** Whether nothing has come in for a while. */
    interface SerializableQuestion extends BooleanSupplier, Serializable {}

    ClockPace(SerializableQuestion isQuiet) {
        this.isQuiet = isQuiet;
    }

    @Override
    public boolean filter(Long passed) {
        if (passed == Long.MIN_VALUE) {
            return false;
        }
        silent++;
        boolean isNews = passed > told;
        if (silent < LONGEST_SILENCE && (!isNews || isQuiet.getAsBoolean())) {
            return false;
        }
        told = passed;
        silent = 0;
        return true;
    }
}
