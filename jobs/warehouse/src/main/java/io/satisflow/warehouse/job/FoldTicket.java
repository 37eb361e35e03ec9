package io.satisflow.warehouse.job;

import io.satisflow.flink.state.StoredRecords;
import io.satisflow.ledger.RecordedTicketEvent;
import io.satisflow.ticket.TicketEvent;
import io.satisflow.warehouse.rows.ClockEventState;
import io.satisflow.warehouse.rows.ClockRows;
import io.satisflow.warehouse.rows.TicketRows;
import io.satisflow.warehouse.table.TableRow;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.co.KeyedCoProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Tables tickets and sla_instances: all that is known of a ticket, folded whenever time has come to the end of a minute in which
 * more has become known. So a row depends on the topics alone, not on what came first over the wire.
 */
final class FoldTicket extends KeyedCoProcessFunction<String, RecordedTicketEvent, ClockEventState, TableRow> {
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();

    private transient StoredRecords<String, RecordedTicketEvent> events;
    private transient StoredRecords<String, ClockEventState> words;
    private transient ToldRows told;

    @Override
    public void open(OpenContext context) {
        events = new StoredRecords<>(getRuntimeContext(), "events", Types.STRING, RecordedTicketEvent.class);
        words = new StoredRecords<>(getRuntimeContext(), "words", Types.STRING, ClockEventState.class);
        told = new ToldRows(getRuntimeContext());
    }

    @Override
    public void processElement1(RecordedTicketEvent event, Context context, Collector<TableRow> out) throws Exception {
        RecordedTicketEvent earlier = events.get(event.event().id());
        // The same id again is the same event, redelivered: what was known first counts.
        if (earlier == null || TicketEvent.IN_ORDER_KNOWN.compare(event.event(), earlier.event()) < 0) {
            events.put(event.event().id(), event);
            wakeFor(event.knownAt().toEpochMilli(), context);
        }
    }

    @Override
    public void processElement2(ClockEventState word, Context context, Collector<TableRow> out) throws Exception {
        words.put(
                "%s/%d/%s/%d/%d/%s"
                        .formatted(
                                word.clock(), word.instance(), word.event(), word.at(), word.asOf(), word.retracts()),
                word);
        wakeFor(word.asOf(), context);
    }

    private static void wakeFor(long known, Context context) {
        context.timerService().registerEventTimeTimer(-Math.floorDiv(-known, MINUTE) * MINUTE);
    }

    @Override
    public void onTimer(long boundary, OnTimerContext context, Collector<TableRow> out) throws Exception {
        Instant asOf = Instant.ofEpochMilli(boundary);
        List<RecordedTicketEvent> known = events.values().stream()
                .filter(event -> !event.knownAt().isAfter(asOf))
                .toList();
        TableRow ticket = known.isEmpty() ? null : TicketRows.of(known, asOf);
        if (ticket != null) {
            told.tell(ticket, out);
        }
        List<ClockEventState> said =
                words.values().stream().filter(word -> word.asOf() <= boundary).toList();
        for (TableRow row : ClockRows.of(said, ticket, asOf)) {
            told.tell(row, out);
        }
    }
}
