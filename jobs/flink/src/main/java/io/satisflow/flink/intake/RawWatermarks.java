package io.satisflow.flink.intake;

import java.time.Duration;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;

/**
 * The watermark of one raw partition: nothing that follows is known at or before it. It trails the newest record by
 * the disorder that is allowed, or follows the marks that a replay writes (rules T1 and T3).
 */
final class RawWatermarks implements WatermarkGenerator<RawArrival> {
    private final long disorderMillis;
    private long highestOccurredAt = Long.MIN_VALUE;

    RawWatermarks(Duration disorder) {
        this.disorderMillis = disorder.toMillis();
    }

    @Override
    public void onEvent(RawArrival arrival, long timestamp, WatermarkOutput output) {
        if (arrival.mark() != null) {
            output.emitWatermark(new Watermark(arrival.mark().time()));
            if (arrival.mark().end()) {
                output.emitWatermark(Watermark.MAX_WATERMARK);
            }
        } else if (arrival.occurredAt() != null && arrival.occurredAt() > highestOccurredAt) {
            highestOccurredAt = arrival.occurredAt();
            output.emitWatermark(new Watermark(highestOccurredAt - disorderMillis - 1));
        }
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
        // Records and marks alone move the time of a replay.
    }
}
