package io.satisflow.flink.intake;

import io.satisflow.flink.types.DomainTypes;
import io.satisflow.ledger.RecordedFeedback;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * Dates what the channels sent and sorts it by what it is.
 *
 * <pre>
 * raw arrivals -> by raw partition -> stamp-known-at -+----------------------------> feedback
 * (mapped)                                            +-> by words -> mark-repeats -> feedback, cases
 *                                                     +----------------------------> ticket events
 *                                                     +----------------------------> dead letters
 * </pre>
 */
public final class IntakePipeline {
    private IntakePipeline() {}

    public static IntakeStreams build(DataStream<RawArrival> arrivals, IntakeOptions options) {
        Map<String, Long> repeats = options.repeats();
        SingleOutputStreamOperator<RecordedFeedback> stamped = arrivals.keyBy(RawArrival::partition, Types.STRING)
                .process(new StampKnownAt(options.time(), repeats.keySet()))
                .returns(DomainTypes.of(RecordedFeedback.class))
                .name("stamp-known-at")
                .uid("stamp-known-at");
        SingleOutputStreamOperator<RecordedFeedback> marked = stamped.getSideOutput(StampKnownAt.MAYBE_REPEATED)
                .keyBy(SaidAgain::words, Types.STRING)
                .process(new MarkRepeats(repeats))
                .returns(DomainTypes.of(RecordedFeedback.class))
                .name("mark-repeats")
                .uid("mark-repeats");
        return new IntakeStreams(
                stamped.union(marked),
                stamped.getSideOutput(StampKnownAt.TICKET_EVENTS)
                        .union(marked.getSideOutput(StampKnownAt.TICKET_EVENTS)),
                stamped.getSideOutput(StampKnownAt.DEAD_LETTERS));
    }
}
