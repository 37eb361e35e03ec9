package io.satisflow.flink.io.arrival;

import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;

/**
 * The watermark of a partition is the last mark in it (rule T3). An END mark gives the time first and then the end,
 * so that a reader which sees only the END still acts on everything due by then.
 */
public final class MarkWatermarks<T> implements WatermarkGenerator<Arrival<T>> {

    @Override
    public void onEvent(Arrival<T> arrival, long timestamp, WatermarkOutput output) {
        if (!arrival.isMark()) {
            return;
        }
        output.emitWatermark(new Watermark(arrival.time));
        if (arrival.end) {
            output.emitWatermark(Watermark.MAX_WATERMARK);
        }
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
        // Marks alone move the time.
    }
}
