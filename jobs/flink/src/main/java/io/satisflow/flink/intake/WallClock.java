package io.satisflow.flink.intake;

import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.connector.datagen.source.GeneratorFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The one place in the jobs where the wall clock is read, some times a second: whoever is to be warned waits for it. */
final class WallClock implements GeneratorFunction<Long, Long> {
    static final int TICKS_A_SECOND = 5;

    /** Epoch milliseconds, as they come. */
    static DataStream<Long> ticks(StreamExecutionEnvironment environment) {
        DataGeneratorSource<Long> source = new DataGeneratorSource<>(
                new WallClock(), Long.MAX_VALUE, RateLimiterStrategy.perSecond(TICKS_A_SECOND), Types.LONG);
        return environment
                .fromSource(source, WatermarkStrategy.noWatermarks(), "clock-ticks")
                .setParallelism(1)
                .uid("clock-ticks");
    }

    @Override
    public Long map(Long count) {
        return System.currentTimeMillis();
    }
}
