package io.satisflow.warehouse.job;

import io.satisflow.flink.types.DomainTypes;
import io.satisflow.ledger.RecordedTicketEvent;
import io.satisflow.sla.policy.SlaRules;
import io.satisflow.warehouse.rows.ClockEventState;
import io.satisflow.warehouse.rows.PaneState;
import io.satisflow.warehouse.table.TableRow;
import java.time.Duration;
import java.time.ZoneId;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * What the topics say, as rows.
 *
 * <pre>
 * ticket-events ------+-> fold-ticket -> tickets, sla_instances --+
 * sla-events ---------+                                           |
 * satisfaction-panes ---> add-up-day --> daily -------------------+-> rows
 * all other topics -----> a record's own rows --------------------+
 * </pre>
 */
final class WarehousePipeline {
    static final TypeInformation<TableRow> ROW = DomainTypes.of(TableRow.class);

    private WarehousePipeline() {}

    /** @param rules how long a ticket is kept */
    static DataStream<TableRow> tickets(
            DataStream<RecordedTicketEvent> events, DataStream<ClockEventState> words, SlaRules rules) {
        return events.keyBy(RecordedTicketEvent::ticket)
                .connect(words.keyBy(ClockEventState::ticket))
                .process(new FoldTicket(rules), ROW)
                .name("fold-ticket")
                .uid("fold-ticket");
    }

    /** @param forgetAfter the end of a day, when nothing in it can be corrected any more */
    static DataStream<TableRow> days(DataStream<PaneState> panes, ZoneId zone, Duration forgetAfter) {
        return panes.keyBy(pane -> AddUpDay.keyOf(pane, zone))
                .process(new AddUpDay(zone, forgetAfter), ROW)
                .name("add-up-day")
                .uid("add-up-day");
    }

    static DataStream<TableRow> byThemselves(DataStream<RecordedRows> records, String uid) {
        return records.<TableRow>flatMap((recorded, out) -> recorded.rows().forEach(out::collect))
                .returns(ROW)
                .name(uid)
                .uid(uid);
    }
}
