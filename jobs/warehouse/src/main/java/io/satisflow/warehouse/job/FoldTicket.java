package io.satisflow.warehouse.job;

import io.satisflow.flink.state.StoredRecords;
import io.satisflow.ledger.RecordedTicketEvent;
import io.satisflow.sla.policy.SlaRules;
import io.satisflow.ticket.TicketEvent;
import io.satisflow.warehouse.rows.ClockEventState;
import io.satisflow.warehouse.rows.ClockRows;
import io.satisflow.warehouse.rows.TicketPastState;
import io.satisflow.warehouse.rows.TicketRows;
import io.satisflow.warehouse.table.TableRow;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.metrics.Counter;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Tables tickets and sla_instances: all that is known of a ticket, folded whenever time has come to the end of a minute in which
 * more has become known. So a row depends on the topics alone, not on what came first over the wire.
 *
 * <p>A ticket that is over is kept event by event for as long as its clocks keep it, then as what its row needs, then not at all.
 */
final class FoldTicket extends KeyedCoProcessFunction<String, RecordedTicketEvent, ClockEventState, TableRow> {
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();
    /** So long after the clocks have forgotten it: whatever they still take is still here. */
    private static final Duration LONGER = Duration.ofDays(1);

    private static final String PAST = "past";
    private static final Comparator<RecordedTicketEvent> AS_IT_HAPPENED =
            Comparator.comparing(RecordedTicketEvent::event, TicketEvent.AS_IT_HAPPENED);

    private final SlaRules rules;

    private transient StoredRecords<String, RecordedTicketEvent> events;
    private transient StoredRecords<String, ClockEventState> words;
    private transient StoredRecords<String, TicketPastState> past;
    private transient ValueState<Long> lastHeard;
    private transient ValueState<Long> wakesAt;
    private transient ToldRows told;
    private transient Counter condensed;
    private transient Counter forgotten;
    private transient Counter tooLate;

    /** @param rules how long a ticket is kept */
    FoldTicket(SlaRules rules) {
        this.rules = rules;
    }

    @Override
    public void open(OpenContext context) {
        events = new StoredRecords<>(getRuntimeContext(), "events", Types.STRING, RecordedTicketEvent.class);
        words = new StoredRecords<>(getRuntimeContext(), "words", Types.STRING, ClockEventState.class);
        past = new StoredRecords<>(getRuntimeContext(), PAST, Types.STRING, TicketPastState.class);
        lastHeard = getRuntimeContext().getState(new ValueStateDescriptor<>("last-heard", Types.LONG));
        wakesAt = getRuntimeContext().getState(new ValueStateDescriptor<>("wakes-at", Types.LONG));
        told = new ToldRows(getRuntimeContext());
        condensed = getRuntimeContext().getMetricGroup().counter("ticketsCondensed");
        forgotten = getRuntimeContext().getMetricGroup().counter("ticketsForgotten");
        tooLate = getRuntimeContext().getMetricGroup().counter("ticketEventsTooLate");
    }

    @Override
    public void processElement1(RecordedTicketEvent event, Context context, Collector<TableRow> out) throws Exception {
        TicketPastState before = past.get(PAST);
        if (before != null && before.covers(event.event().occurredAt())) {
            tooLate.inc();
            return;
        }
        RecordedTicketEvent earlier = events.get(event.event().id());
        // The same id again is the same event, redelivered: what was known first counts.
        if (earlier == null || TicketEvent.IN_ORDER_KNOWN.compare(event.event(), earlier.event()) < 0) {
            events.put(event.event().id(), event);
            wakeFor(event.knownAt().toEpochMilli(), context);
        }
    }

    @Override
    public void processElement2(ClockEventState word, Context context, Collector<TableRow> out) throws Exception {
        words.put(keyOf(word), word);
        wakeFor(word.asOf(), context);
    }

    private static String keyOf(ClockEventState word) {
        return "%s/%d/%s/%d/%d/%s"
                .formatted(word.clock(), word.instance(), word.event(), word.at(), word.asOf(), word.retracts());
    }

    private void wakeFor(long known, Context context) throws Exception {
        context.timerService().registerEventTimeTimer(-Math.floorDiv(-known, MINUTE) * MINUTE);
        Long before = lastHeard.value();
        if (before == null || known > before) {
            lastHeard.update(known);
        }
    }

    @Override
    public void onTimer(long boundary, OnTimerContext context, Collector<TableRow> out) throws Exception {
        Instant asOf = Instant.ofEpochMilli(boundary);
        List<RecordedTicketEvent> known = events.values().stream()
                .filter(event -> !event.knownAt().isAfter(asOf))
                .sorted(AS_IT_HAPPENED)
                .toList();
        TicketPastState before = past.get(PAST);
        TicketRows ticket = known.isEmpty() && before == null ? null : TicketRows.told(before, known);
        TableRow row = ticket == null ? null : ticket.row(asOf);
        if (row != null) {
            told.tell(row, out);
        }
        List<ClockEventState> said =
                words.values().stream().filter(word -> word.asOf() <= boundary).toList();
        for (TableRow clock : ClockRows.of(said, row, asOf)) {
            told.tell(clock, out);
        }
        shorten(before, known);
        keepOrForget(boundary, ticket, known, said, context);
    }

    /** A log that has grown long does without its older half. Only events of different instants are parted. */
    private void shorten(@Nullable TicketPastState before, List<RecordedTicketEvent> known) throws Exception {
        int cut = known.size() > rules.logCap() ? known.size() / 2 : 0;
        while (cut > 0 && happenedAt(known, cut - 1).equals(happenedAt(known, cut))) {
            cut--;
        }
        if (cut > 0) {
            remember(TicketRows.told(before, known.subList(0, cut)));
        }
    }

    private static Instant happenedAt(List<RecordedTicketEvent> known, int index) {
        return known.get(index).event().occurredAt();
    }

    private void keepOrForget(
            long boundary,
            @Nullable TicketRows ticket,
            List<RecordedTicketEvent> known,
            List<ClockEventState> said,
            OnTimerContext context)
            throws Exception {
        Long last = lastHeard.value();
        if (last == null) {
            return;
        }
        Duration solvedAfter = ticket == null
                ? Duration.ZERO
                : rules.solvedAfter(ticket.channel()).orElse(Duration.ZERO);
        boolean ends = ticket == null || ticket.isOver() || !solvedAfter.isZero();
        if (!ends) {
            return;
        }
        Duration keptFor = ticket == null ? rules.forgetAfter("") : rules.forgetAfter(ticket.channel());
        long condensedAt = last + solvedAfter.plus(keptFor).plus(LONGER).toMillis();
        long forgottenAt = Math.max(condensedAt, last + rules.rememberFor().toMillis());
        if (boundary >= forgottenAt) {
            forgetAll();
        } else if (boundary >= condensedAt) {
            condense(ticket, known, said);
            wakeAt(forgottenAt, boundary, context);
        } else {
            wakeAt(condensedAt, boundary, context);
        }
    }

    private void condense(@Nullable TicketRows ticket, List<RecordedTicketEvent> known, List<ClockEventState> said)
            throws Exception {
        if (ticket != null && !known.isEmpty()) {
            remember(ticket);
            condensed.inc();
        }
        List<ClockEventState> needed = ClockRows.condensed(said);
        for (ClockEventState word : said) {
            if (!needed.contains(word)) {
                words.remove(keyOf(word));
            }
        }
    }

    private void remember(TicketRows ticket) throws Exception {
        TicketPastState remembered = ticket.past();
        past.put(PAST, remembered);
        for (RecordedTicketEvent event : events.values()) {
            if (remembered.covers(event.event().occurredAt())) {
                events.remove(event.event().id());
            }
        }
    }

    private void forgetAll() {
        events.clear();
        words.clear();
        past.clear();
        told.clear();
        lastHeard.clear();
        wakesAt.clear();
        forgotten.inc();
    }

    /** One timer a ticket is enough for that: it is looked at again when it comes. */
    private void wakeAt(long time, long boundary, OnTimerContext context) throws Exception {
        Long awaited = wakesAt.value();
        if (awaited == null || awaited <= boundary || time < awaited) {
            context.timerService().registerEventTimeTimer(time);
            wakesAt.update(time);
        }
    }
}
