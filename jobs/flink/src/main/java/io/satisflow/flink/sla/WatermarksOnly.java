package io.satisflow.flink.sla;

import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;

/** Lets the time of a stream through, but none of its records. */
final class WatermarksOnly<T, R> implements FlatMapFunction<T, R> {
    @Override
    public void flatMap(T record, Collector<R> out) {
        // Watermarks pass by themselves.
    }
}
