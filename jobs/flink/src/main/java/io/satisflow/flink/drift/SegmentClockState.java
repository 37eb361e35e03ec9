package io.satisflow.flink.drift;

import org.jspecify.annotations.Nullable;

/**
 * How far a segment has come. Times are epoch milliseconds.
 *
 * @param usedTo end of the last step that was used; null before the first
 * @param heardAt when a step was last told to it
 * @param forgetTimer the timer that is set to forget it
 */
public record SegmentClockState(
        @Nullable Long usedTo, long heardAt, @Nullable Long forgetTimer) {

    static final SegmentClockState NEW = new SegmentClockState(null, Long.MIN_VALUE, null);

    SegmentClockState heard(long at) {
        return new SegmentClockState(usedTo, Math.max(heardAt, at), forgetTimer);
    }

    SegmentClockState usedTo(long end) {
        return new SegmentClockState(end, heardAt, forgetTimer);
    }

    SegmentClockState withForgetTimer(@Nullable Long time) {
        return new SegmentClockState(usedTo, heardAt, time);
    }
}
