package io.satisflow.warehouse.job;

import io.satisflow.flink.io.Inbound;
import io.satisflow.flink.io.Topic;
import io.satisflow.warehouse.rows.ClockEventState;
import io.satisflow.warehouse.rows.PaneState;
import io.satisflow.warehouse.rows.RecordRows;
import io.satisflow.warehouse.table.TableRow;
import io.satisflow.wire.Alert;
import io.satisflow.wire.DeadLetter;
import io.satisflow.wire.DriftSignal;
import io.satisflow.wire.Notification;
import io.satisflow.wire.SatisfactionPane;
import io.satisflow.wire.SatisfactionRow;
import io.satisflow.wire.ScoredFeedback;
import io.satisflow.wire.SlaEvent;
import java.time.Instant;
import java.util.List;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.util.function.SerializableFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The topics that tables are made of, beside ticket events, as the warehouse reads them. */
final class WarehouseTopics {
    /** Each record says its rows by itself. */
    static final List<Inbound<?, RecordedRows>> BY_THEMSELVES = List.of(
            of(
                    Topic.SCORED_FEEDBACK,
                    ScoredFeedback.class,
                    RecordRows::of,
                    scored -> scored.getFeedback().getKnownAt()),
            of(Topic.SATISFACTION_STEPS, SatisfactionRow.class, RecordRows::of, SatisfactionRow::getAsOf),
            of(Topic.ALERTS, Alert.class, RecordRows::of, Alert::getAsOf),
            of(Topic.DRIFT_SIGNALS, DriftSignal.class, RecordRows::of, DriftSignal::getAt),
            of(Topic.NOTIFICATIONS, Notification.class, RecordRows::of, Notification::getAt),
            of(Topic.DEAD_LETTERS, DeadLetter.class, RecordRows::of, letter -> Instant.EPOCH));

    static final Inbound<SlaEvent, ClockEventState> SLA_EVENTS = new Inbound<>(
            Topic.SLA_EVENTS,
            SlaEvent.class,
            ClockEventState.class,
            WarehouseTopics::word,
            word -> Instant.ofEpochMilli(word.asOf()));

    static final Inbound<SatisfactionPane, PaneState> PANES = new Inbound<>(
            Topic.SATISFACTION_PANES,
            SatisfactionPane.class,
            PaneState.class,
            (pane, from) -> RecordRows.pane(pane),
            pane -> Instant.ofEpochMilli(pane.asOf()));

    private WarehouseTopics() {}

    private static <T extends SpecificRecordBase> Inbound<T, RecordedRows> of(
            Topic topic,
            Class<T> wire,
            SerializableFunction<T, List<TableRow>> rows,
            SerializableFunction<T, Instant> knownAt) {
        return new Inbound<>(
                topic,
                wire,
                RecordedRows.class,
                (record, from) -> new RecordedRows(
                        rows.apply(record), knownAt.apply(record).toEpochMilli()),
                recorded -> Instant.ofEpochMilli(recorded.knownAt()));
    }

    private static ClockEventState word(SlaEvent event, ConsumerRecord<byte[], byte[]> from) {
        return new ClockEventState(
                event.getTicket(),
                event.getClock(),
                event.getInstance(),
                event.getEvent(),
                event.getAt().toEpochMilli(),
                event.getAsOf().toEpochMilli(),
                event.getDue() == null ? null : event.getDue().toEpochMilli(),
                event.getTargetS(),
                event.getTime(),
                event.getConsumedS(),
                event.getWallS(),
                event.getPolicy(),
                event.getRetracts(),
                from.offset());
    }
}
