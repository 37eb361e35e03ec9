package io.satisflow.local.bench;

import io.satisflow.flink.sla.LoggedEvent;
import io.satisflow.flink.sla.LoggedEventBytes;
import io.satisflow.flink.sla.SlaRecords;
import io.satisflow.sla.Advance;
import io.satisflow.sla.SlaRules;
import io.satisflow.sla.TicketHistory;
import io.satisflow.sla.TicketState;
import io.satisflow.wire.SlaEvent;
import io.satisflow.wire.TicketEvent;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.Stream;
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
final class DeleteAndRegisterClocks extends KeyedProcessFunction<String, TicketEvent, SlaEvent> {
    private final SlaRules rules;
    private transient ValueState<byte[]> rows;
    private transient LoggedEventBytes bytes;

    DeleteAndRegisterClocks(SlaRules rules) {
        this.rules = rules;
    }

    @Override
    public void open(OpenContext context) {
        rows = getRuntimeContext()
                .getState(new ValueStateDescriptor<>(
                        "ticket-row", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
        bytes = new LoggedEventBytes();
    }

    @Override
    public void processElement(TicketEvent event, Context context, Collector<SlaEvent> out) throws IOException {
        byte[] stored = rows.value();
        TicketRow row = stored == null ? TicketRow.NEW : TicketRow.decode(stored, bytes);
        long knownAt = event.getKnownAt().toEpochMilli();
        long next = row.timer() == 0 ? knownAt : Math.min(row.timer(), knownAt);
        keep(row.with(LoggedEvent.of(event, knownAt)), next, context.timerService());
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<SlaEvent> out) throws IOException {
        TimerService timers = context.timerService();
        byte[] stored = rows.value();
        if (stored == null || timers.currentWatermark() == Long.MAX_VALUE) {
            return;
        }
        TicketRow row = TicketRow.decode(stored, bytes);
        LongFunction<Instant> instant = Instant::ofEpochMilli;
        List<io.satisflow.sla.TicketEvent> events = row.log().stream()
                .map(event -> event.toDomain(context.getCurrentKey()))
                .toList();
        Advance advance = TicketHistory.advance(
                new TicketState(events, instant.apply(row.advancedTo())), rules, instant.apply(timestamp));
        advance.said().forEach(said -> out.collect(SlaRecords.toWire(said)));
        if (advance.isForgotten()) {
            rows.clear();
            return;
        }
        long next = Stream.of(advance.next(), advance.state().nextKnown())
                .flatMap(moment -> moment.stream())
                .mapToLong(Instant::toEpochMilli)
                .min()
                .orElse(0);
        List<LoggedEvent> log = row.log().stream()
                .filter(event -> advance.state().log().stream()
                        .anyMatch(kept -> kept.id().equals(event.id())))
                .toList();
        keep(new TicketRow(timestamp, row.timer(), log), next, timers);
    }

    private void keep(TicketRow row, long next, TimerService timers) throws IOException {
        if (row.timer() != 0) {
            timers.deleteEventTimeTimer(row.timer());
        }
        if (next != 0) {
            timers.registerEventTimeTimer(next);
        }
        rows.update(new TicketRow(row.advancedTo(), next, row.log()).encode(bytes));
    }
}
