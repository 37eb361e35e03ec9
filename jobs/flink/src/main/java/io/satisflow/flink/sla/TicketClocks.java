package io.satisflow.flink.sla;

import io.satisflow.sla.Advance;
import io.satisflow.sla.Refusal;
import io.satisflow.sla.RefusedEvent;
import io.satisflow.sla.SlaRules;
import io.satisflow.sla.TicketHistory;
import io.satisflow.wire.DeadLetter;
import io.satisflow.wire.SlaEvent;
import io.satisflow.wire.TicketEvent;
import java.io.IOException;
import java.time.Instant;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Keeps a ticket's log and moves it forward in event time only (rule T4). Timers are lazy: one for the ticket's next
 * moment. When a deadline moves later the timer fires early and is set again; only one that moves earlier needs a new
 * timer.
 */
final class TicketClocks extends KeyedProcessFunction<String, TicketEvent, SlaEvent> {
    static final OutputTag<DeadLetter> REFUSED =
            new OutputTag<>("refused-ticket-events", TypeInformation.of(DeadLetter.class));

    private final SlaRules rules;
    private transient ValueState<TicketLogState> logState;
    private transient Counter duplicates;

    TicketClocks(SlaRules rules) {
        this.rules = rules;
    }

    @Override
    public void open(OpenContext context) {
        logState = getRuntimeContext()
                .getState(new ValueStateDescriptor<>("ticket-log", TypeInformation.of(TicketLogState.class)));
        duplicates = getRuntimeContext().getMetricGroup().counter("duplicateTicketEvents");
    }

    @Override
    public void processElement(TicketEvent event, Context context, Collector<SlaEvent> out) throws IOException {
        TicketLogState stored = logState.value();
        TicketLogState log = (stored == null ? TicketLogState.EMPTY : stored).with(event, context.getCurrentKey());
        long usedFrom = log.log().get(log.log().size() - 1).knownAt();
        logState.update(withTimer(log, usedFrom, context));
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<SlaEvent> out) throws IOException {
        TicketLogState log = logState.value();
        boolean ended = context.timerService().currentWatermark() == Long.MAX_VALUE;
        if (log == null || ended) {
            // After the END of a replay time stands still: what would happen later has not happened.
            return;
        }
        Advance advance =
                TicketHistory.advance(log.toDomain(context.getCurrentKey()), rules, Instant.ofEpochMilli(timestamp));
        advance.said().forEach(said -> out.collect(SlaRecords.toWire(said)));
        advance.refused().forEach(refused -> refuse(refused, log, context));
        keep(log.withoutTimer(timestamp), advance, context);
    }

    private void keep(TicketLogState log, Advance advance, OnTimerContext context) throws IOException {
        if (advance.isForgotten()) {
            log.timers().forEach(context.timerService()::deleteEventTimeTimer);
            logState.clear();
            return;
        }
        TicketLogState advanced = log.advanced(advance.state());
        logState.update(advance.next()
                .map(next -> withTimer(advanced, next.toEpochMilli(), context))
                .orElse(advanced));
    }

    private static TicketLogState withTimer(
            TicketLogState log, long time, KeyedProcessFunction<String, TicketEvent, SlaEvent>.Context context) {
        if (!log.isTimerNeeded(time)) {
            return log;
        }
        context.timerService().registerEventTimeTimer(time);
        return log.withTimer(time);
    }

    private void refuse(RefusedEvent refused, TicketLogState log, OnTimerContext context) {
        if (refused.reason() == Refusal.DUPLICATE) {
            duplicates.inc();
            return;
        }
        TicketEventState event = log.find(refused.event()).orElseThrow();
        context.output(REFUSED, SlaRecords.deadLetter(refused, event));
    }
}
