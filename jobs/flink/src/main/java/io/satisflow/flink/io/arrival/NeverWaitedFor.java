package io.satisflow.flink.io.arrival;

import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;

/** Time of a stream that others do not wait for: always ahead of theirs, and short of the END of a replay. */
public final class NeverWaitedFor<T> implements WatermarkGenerator<T> {
    private static final Watermark AHEAD = new Watermark(Long.MAX_VALUE - 1);

    @Override
    public void onEvent(T event, long timestamp, WatermarkOutput output) {}

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
        output.emitWatermark(AHEAD);
    }
}
