package io.satisflow.flink.intake;

import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;

/**
 * The watermark of one raw partition: nothing that follows is known at or before it. It follows the marks in the
 * partition; in a replay it also trails the newest record by the disorder that is allowed (rules T1 to T3).
 */
final class RawWatermarks implements WatermarkGenerator<RawArrival> {
    private final long disorderMillis;
    private final boolean movedByRecords;
    private long highestOccurredAt = Long.MIN_VALUE;

    private RawWatermarks(IntakeTime time) {
        this.disorderMillis = time.disorder().toMillis();
        this.movedByRecords = time.isMovedByRecords();
    }

    /** Each partition gets one of its own. */
    static WatermarkStrategy<RawArrival> of(IntakeTime time) {
        return WatermarkStrategy.forGenerator(context -> new RawWatermarks(time));
    }

    @Override
    public void onEvent(RawArrival arrival, long timestamp, WatermarkOutput output) {
        if (arrival.mark() != null) {
            output.emitWatermark(new Watermark(arrival.mark().time()));
            if (arrival.mark().end()) {
                output.emitWatermark(Watermark.MAX_WATERMARK);
            }
        } else if (movedByRecords && arrival.occurredAt() != null && arrival.occurredAt() > highestOccurredAt) {
            highestOccurredAt = arrival.occurredAt();
            output.emitWatermark(new Watermark(highestOccurredAt - disorderMillis - 1));
        }
    }

    @Override
    public void onPeriodicEmit(WatermarkOutput output) {
        // What is in the partition alone moves its time.
    }
}
