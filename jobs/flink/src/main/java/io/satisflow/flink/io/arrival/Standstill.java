package io.satisflow.flink.io.arrival;

import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.watermark.Watermark;

/**
 * After the END of a replay time stands still: a clock that would break its promise tomorrow does not do so because the file ends
 * today. Flink fires all timers that are left then, and nobody may listen to them.
 */
public final class Standstill {
    private Standstill() {}

    /** Whether the END has come. */
    public static boolean isReached(TimerService time) {
        return isReached(time.currentWatermark());
    }

    /** @param watermark in epoch milliseconds */
    public static boolean isReached(long watermark) {
        return watermark == Watermark.MAX_WATERMARK.getTimestamp();
    }
}
