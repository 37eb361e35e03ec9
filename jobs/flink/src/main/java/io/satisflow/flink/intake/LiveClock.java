package io.satisflow.flink.intake;

import io.satisflow.flink.quiet.AwaitedTimes;
import java.time.Duration;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Says what time has passed, for every raw partition to be told (rule T2). What it says goes through the raw topics,
 * not beside them: a mark cannot overtake the records that still wait in its partition, a job that is held up is not
 * taken for silence, and whoever reads the raw topics again dates every record the same.
 *
 * <pre>
 * ticks of the wall clock -> minus the disorder, never back -> those that say something -> marks for every raw partition
 * </pre>
 */
final class LiveClock {
    private LiveClock() {}

    /**
     * The times up to which everything has occurred that is not late.
     *
     * @param ticks epoch milliseconds of the wall clock
     */
    static DataStream<Long> passed(DataStream<Long> ticks, Duration disorder) {
        return ticks.map(new PassedTime(disorder))
                .returns(Types.LONG)
                .name("clock-passed")
                .uid("clock-passed")
                .setParallelism(1)
                .filter(new ClockPace(ReadersAtHand::isQuiet, AwaitedTimes::anyBetween))
                .name("clock-pace")
                .uid("clock-pace")
                .setParallelism(1);
    }
}
