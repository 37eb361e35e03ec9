package io.satisflow.local.bench.sla;

import io.satisflow.flink.sla.LoggedEvent;
import io.satisflow.flink.sla.TicketRow;
import io.satisflow.flink.sla.TicketRowBytes;
import io.satisflow.ledger.RecordedTicketEvent;
import io.satisflow.sla.TicketAdvance;
import io.satisflow.sla.TicketHistory;
import io.satisflow.sla.clock.SlaEvent;
import io.satisflow.sla.policy.SlaRules;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * What lazy clocks are compared with: one row and exactly one timer a ticket. Every update reads the row, adds the
 * event, deletes the timer, registers the new one and writes the row; so does every timer that fires. It says the same
 * as {@code ticket-clocks} with the same domain code and the same bytes an event.
 */
final class DeleteAndRegisterClocks extends KeyedProcessFunction<String, RecordedTicketEvent, SlaEvent> {
    private final SlaRules rules;
    private transient ValueState<byte[]> rows;
    private transient TicketRowBytes bytes;

    DeleteAndRegisterClocks(SlaRules rules) {
        this.rules = rules;
    }

    @Override
    public void open(OpenContext context) {
        rows = getRuntimeContext()
                .getState(new ValueStateDescriptor<>(
                        "ticket-row", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
        bytes = new TicketRowBytes();
    }

    @Override
    public void processElement(RecordedTicketEvent event, Context context, Collector<SlaEvent> out) throws IOException {
        TicketRow row = bytes.decode(rows.value(), context.getCurrentKey());
        long knownAt = event.knownAt().toEpochMilli();
        long next = row.timers().stream()
                .mapToLong(timer -> Math.min(timer, knownAt))
                .findFirst()
                .orElse(knownAt);
        keep(row.with(List.of(LoggedEvent.of(event))), Optional.of(next), context.timerService());
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<SlaEvent> out) throws IOException {
        TimerService timers = context.timerService();
        TicketRow row = bytes.decode(rows.value(), context.getCurrentKey());
        if (row.log().isEmpty() || timers.currentWatermark() == Long.MAX_VALUE) {
            return;
        }
        TicketAdvance advance =
                TicketHistory.advance(row.toDomain(context.getCurrentKey()), rules, Instant.ofEpochMilli(timestamp));
        advance.said().forEach(out::collect);
        if (advance.isForgotten()) {
            rows.clear();
        } else {
            keep(row.advanced(advance.state()), advance.next().map(Instant::toEpochMilli), timers);
        }
    }

    private void keep(TicketRow row, Optional<Long> next, TimerService timers) throws IOException {
        row.timers().forEach(timers::deleteEventTimeTimer);
        next.ifPresent(timers::registerEventTimeTimer);
        rows.update(bytes.encode(row.withTimers(next.stream().toList())));
    }
}
