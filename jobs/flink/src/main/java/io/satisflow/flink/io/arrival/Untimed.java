package io.satisflow.flink.io.arrival;

import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;

/** Records that hold back nobody's time, not even the END of a replay: theirs has come whenever they come. */
public final class Untimed<T> implements WatermarkGenerator<T> {
    @Override
    public void onEvent(T record, long timestamp, WatermarkOutput output) {
        // Nothing that follows can be too late.
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
        output.emitWatermark(Watermark.MAX_WATERMARK);
    }
}
