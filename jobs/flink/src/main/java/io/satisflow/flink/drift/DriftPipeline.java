package io.satisflow.flink.drift;

import io.satisflow.drift.DriftRules;
import io.satisflow.drift.signal.DriftSignal;
import io.satisflow.drift.verbatim.ScoreQuestion;
import io.satisflow.flink.types.DomainTypes;
import io.satisflow.ledger.ScoredFeedback;
import io.satisflow.satisfaction.score.ScoreRow;
import java.time.Duration;
import java.util.List;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.function.SerializableFunction;

/**
 * Says when a segment's score has moved.
 *
 * <pre>
 * rows of rolling windows -> by segment -> drift-steps, told to their segment and to each that they are a part of -+
 * scored feedback -> drift-texts, put together and told -----------------------------------------------------------+
 * rows of rolling windows -> score-questions, put to their segments -----------------------------------------------+
 *                                                                                                                  |
 *                   drift signals, how drifts last, evidence <- drift-watch <- by segment ------------------------+
 * </pre>
 */
public final class DriftPipeline {
    private DriftPipeline() {}

    /**
     * @param rows of rolling windows, with as_of as their event time
     * @param feedback whose texts may show a change, with known_at as its event time
     */
    public static DriftStreams build(
            DataStream<ScoreRow> rows, DataStream<ScoredFeedback> feedback, DriftOptions options) {
        DataStream<DriftArrival> texts = feedback.transform(
                        "drift-texts",
                        DomainTypes.of(DriftArrival.class),
                        new TextsBySegment(options.segments(), options.rules().step()))
                .uid("drift-texts");
        return watch(steps(rows, options.rules()).union(texts, questions(rows, options)), options.rules());
    }

    private static DataStream<DriftArrival> steps(DataStream<ScoreRow> rows, DriftRules rules) {
        Duration step = rules.step();
        return rows.filter(row -> DisjointSteps.isAsLong(row, step))
                .name("rows-as-long-as-a-step")
                .uid("rows-as-long-as-a-step")
                .keyBy(row -> row.segment().key(), Types.STRING)
                .process(new DisjointSteps(rules))
                .returns(DomainTypes.of(DriftArrival.class))
                .name("drift-steps")
                .uid("drift-steps");
    }

    private static DataStream<DriftArrival> questions(DataStream<ScoreRow> rows, DriftOptions options) {
        SerializableFunction<ScoreRow, List<ScoreQuestion>> asked = options.questions();
        FlatMapFunction<ScoreRow, DriftArrival> each =
                (row, out) -> asked.apply(row).forEach(question -> out.collect(DriftArrival.of(question)));
        return rows.flatMap(each)
                .returns(DomainTypes.of(DriftArrival.class))
                .name("score-questions")
                .uid("score-questions");
    }

    private static DriftStreams watch(DataStream<DriftArrival> arrivals, DriftRules rules) {
        SingleOutputStreamOperator<DriftSignal> signals = arrivals.keyBy(DriftArrival::segmentKey, Types.STRING)
                .process(new DriftWatch(rules))
                .returns(DomainTypes.of(DriftSignal.class))
                .name("drift-watch")
                .uid("drift-watch");
        return new DriftStreams(
                signals, signals.getSideOutput(DriftWatch.LASTING), signals.getSideOutput(DriftWatch.EVIDENCE));
    }
}
