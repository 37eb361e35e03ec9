package io.satisflow.flink.io;

import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.util.Collector;

/** Leaves out the marks, whose word the watermark already carries. */
final class RecordsOnly<T> implements FlatMapFunction<Arrival<T>, T> {

    @Override
    public void flatMap(Arrival<T> arrival, Collector<T> out) {
        if (arrival.record != null) {
            out.collect(arrival.record);
        }
    }
}
