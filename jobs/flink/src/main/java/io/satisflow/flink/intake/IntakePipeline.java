package io.satisflow.flink.intake;

import io.satisflow.flink.types.DomainTypes;
import io.satisflow.ledger.RecordedFeedback;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * Dates what the channels sent and sorts it by what it is.
 *
 * <pre>
 * raw arrivals -> by raw partition -> stamp-known-at -+-> feedback
 * (mapped)                                            +-> ticket events
 *                                                     +-> dead letters
 * </pre>
 */
public final class IntakePipeline {
    private IntakePipeline() {}

    public static IntakeStreams build(DataStream<RawArrival> arrivals, IntakeTime time) {
        SingleOutputStreamOperator<RecordedFeedback> stamped = arrivals.keyBy(RawArrival::partition, Types.STRING)
                .process(new StampKnownAt(time))
                .returns(DomainTypes.of(RecordedFeedback.class))
                .name("stamp-known-at")
                .uid("stamp-known-at");
        return new IntakeStreams(
                stamped,
                stamped.getSideOutput(StampKnownAt.TICKET_EVENTS),
                stamped.getSideOutput(StampKnownAt.DEAD_LETTERS));
    }
}
