package io.satisflow.local.cluster;

import java.nio.ByteBuffer;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.source.util.ratelimit.RateLimiterStrategy;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.Collector;

/** Counts numbers in state, and notices when it has counted one twice or none: so many of each remainder have come before it. */
final class CountingJob {
    static final String NAME = "counting";
    /** Numbers that were not the next ones. */
    static final Queue<Long> MISCOUNTED = new ConcurrentLinkedQueue<>();

    private static final int REMAINDERS = 50;
    private static final int EACH_SECOND = 500;

    private CountingJob() {}

    static void main(String[] arguments) throws Exception {
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
        environment
                .fromSource(
                        new DataGeneratorSource<>(
                                number -> number,
                                Long.MAX_VALUE,
                                RateLimiterStrategy.perSecond(EACH_SECOND),
                                Types.LONG),
                        WatermarkStrategy.noWatermarks(),
                        "numbers")
                .uid("numbers")
                .keyBy(number -> number % REMAINDERS, Types.LONG)
                .process(new Count())
                .returns(Types.LONG)
                .uid("counted")
                .sinkTo(new DiscardingSink<>())
                .uid("counted-out");
        environment.executeAsync(NAME);
    }

    private static final class Count extends KeyedProcessFunction<Long, Long, Long> {
        /** More than what stands in the metadata of a checkpoint itself, and nothing that could be packed. */
        private static final int BYTES = 2_000;

        private transient ValueState<byte[]> state;
        private transient Random random;

        @Override
        public void open(OpenContext context) {
            state = getRuntimeContext()
                    .getState(
                            new ValueStateDescriptor<>("count", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
            random = new Random(1);
        }

        @Override
        public void processElement(Long number, Context context, Collector<Long> out) throws Exception {
            byte[] stored = state.value();
            long before = stored == null ? 0 : ByteBuffer.wrap(stored).getLong();
            if (before != number / REMAINDERS) {
                MISCOUNTED.add(number);
            }
            byte[] next = new byte[BYTES];
            random.nextBytes(next);
            ByteBuffer.wrap(next).putLong(before + 1);
            state.update(next);
        }
    }
}
