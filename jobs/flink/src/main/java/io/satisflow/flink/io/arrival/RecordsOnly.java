package io.satisflow.flink.io.arrival;

import io.satisflow.flink.types.DomainTypes;
import io.satisflow.ledger.DeadLetter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Leaves out the marks, whose word the watermark already carries, and sets aside what is no record of ours: the stream goes
 * on, and each such record is counted and told.
 */
public final class RecordsOnly<T> extends ProcessFunction<Arrival<T>, T> {
    public static final OutputTag<DeadLetter> FOREIGN =
            new OutputTag<>("foreign-records", DomainTypes.of(DeadLetter.class));

    private transient Counter foreign;

    @Override
    public void open(OpenContext context) {
        foreign = getRuntimeContext().getMetricGroup().counter("foreignRecords");
    }

    @Override
    public void processElement(Arrival<T> arrival, Context context, Collector<T> out) {
        if (arrival.record != null) {
            out.collect(arrival.record);
        } else if (arrival.foreign != null) {
            foreign.inc();
            context.output(FOREIGN, arrival.foreign);
        }
    }
}
