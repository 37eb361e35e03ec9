package io.satisflow.local.bench.windows;

import io.satisflow.flink.satisfaction.tally.SegmentChange;
import io.satisflow.flink.satisfaction.tally.TalliesFormat;
import io.satisflow.satisfaction.tally.Tally;
import java.time.Duration;
import org.apache.flink.api.common.functions.AggregateFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.functions.windowing.ProcessWindowFunction;
import org.apache.flink.streaming.api.windowing.assigners.SlidingEventTimeWindows;
import org.apache.flink.streaming.api.windowing.windows.TimeWindow;
import org.apache.flink.util.Collector;

/** Flink's own sliding windows, as its documentation has them: every answer is added to each of the 60 hours that hold it. */
final class SlidingHours {
    private SlidingHours() {}

    static DataStream<WindowCount> of(DataStream<SegmentChange> changes) {
        TypeInformation<Tuple3<Long, Long, Long>> sums = Types.TUPLE(Types.LONG, Types.LONG, Types.LONG);
        return changes.keyBy(SegmentChange::segment, Types.STRING)
                .window(SlidingEventTimeWindows.of(Duration.ofHours(1), Duration.ofMinutes(1)))
                .aggregate(new Sum(), new Counted(), sums, sums, TypeInformation.of(WindowCount.class))
                .name("sliding-hours")
                .uid("sliding-hours");
    }

    /** Answers, the sum of their stars in millionths, and those in the top boxes. */
    private static final class Sum
            implements AggregateFunction<SegmentChange, Tuple3<Long, Long, Long>, Tuple3<Long, Long, Long>> {
        @Override
        public Tuple3<Long, Long, Long> createAccumulator() {
            return Tuple3.of(0L, 0L, 0L);
        }

        @Override
        public Tuple3<Long, Long, Long> add(SegmentChange change, Tuple3<Long, Long, Long> sum) {
            Tally stars = TalliesFormat.read(change.tallies()).of(ChangeLoad.STARS);
            return Tuple3.of(sum.f0 + stars.n(), sum.f1 + stars.sum(), sum.f2 + stars.favourable());
        }

        @Override
        public Tuple3<Long, Long, Long> getResult(Tuple3<Long, Long, Long> sum) {
            return sum;
        }

        @Override
        public Tuple3<Long, Long, Long> merge(Tuple3<Long, Long, Long> one, Tuple3<Long, Long, Long> other) {
            return Tuple3.of(one.f0 + other.f0, one.f1 + other.f1, one.f2 + other.f2);
        }
    }

    private static final class Counted
            extends ProcessWindowFunction<Tuple3<Long, Long, Long>, WindowCount, String, TimeWindow> {
        @Override
        public void process(
                String segment, Context context, Iterable<Tuple3<Long, Long, Long>> sums, Collector<WindowCount> out) {
            sums.forEach(
                    sum -> out.collect(new WindowCount(segment, context.window().getEnd(), sum.f0, sum.f2)));
        }
    }
}
