package io.satisflow.local.bench.windows;

import io.satisflow.flink.satisfaction.tally.SegmentChange;
import io.satisflow.flink.satisfaction.tally.TalliesFormat;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Reads what has come, and keeps nothing. */
final class TalliesRead extends KeyedProcessFunction<String, SegmentChange, WindowCount> {
    @Override
    public void processElement(SegmentChange change, Context context, Collector<WindowCount> out) {
        if (TalliesFormat.read(change.tallies()).isNothing()) {
            throw new IllegalStateException("every change brings something");
        }
    }
}
