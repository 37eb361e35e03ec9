package io.satisflow.flink.io;

import io.satisflow.alerts.notice.WordedAlert;
import io.satisflow.flink.io.wire.AlertRecords;
import io.satisflow.flink.io.wire.DeadLetterRecords;
import io.satisflow.flink.io.wire.DriftRecords;
import io.satisflow.flink.io.wire.FeedbackRecords;
import io.satisflow.flink.io.wire.SatisfactionRecords;
import io.satisflow.flink.io.wire.ScoredFeedbackRecords;
import io.satisflow.flink.io.wire.SlaRecords;
import io.satisflow.flink.io.wire.TicketEventRecords;
import io.satisflow.ledger.RecordedFeedback;
import io.satisflow.ledger.RecordedTicketEvent;
import io.satisflow.satisfaction.score.ScoreRow;
import io.satisflow.satisfaction.window.PaneSums;
import io.satisflow.wire.Alert;
import io.satisflow.wire.DeadLetter;
import io.satisflow.wire.DriftSignal;
import io.satisflow.wire.Feedback;
import io.satisflow.wire.Notification;
import io.satisflow.wire.SatisfactionPane;
import io.satisflow.wire.SatisfactionRow;
import io.satisflow.wire.ScoredFeedback;
import io.satisflow.wire.SlaEvent;
import io.satisflow.wire.TicketEvent;
import java.io.Serializable;
import org.apache.avro.specific.SpecificRecordBase;
import org.apache.flink.util.function.SerializableFunction;

/**
 * A topic as jobs write it: how what they say looks there, and what it is keyed by; records of one key stay in order.
 *
 * @param <R> in the job
 * @param <T> on the topic
 */
public record Outbound<R, T extends SpecificRecordBase>(
        Topic topic, Class<T> wire, SerializableFunction<R, T> toWire, SerializableFunction<R, String> key)
        implements Serializable {
    public static final Outbound<RecordedFeedback, Feedback> FEEDBACK =
            new Outbound<>(Topic.FEEDBACK, Feedback.class, FeedbackRecords::toWire, TopicKey::of);

    public static final Outbound<RecordedTicketEvent, TicketEvent> TICKET_EVENTS =
            new Outbound<>(Topic.TICKET_EVENTS, TicketEvent.class, TicketEventRecords::toWire, TopicKey::of);

    public static final Outbound<io.satisflow.ledger.ScoredFeedback, ScoredFeedback> SCORED_FEEDBACK =
            new Outbound<>(Topic.SCORED_FEEDBACK, ScoredFeedback.class, ScoredFeedbackRecords::toWire, TopicKey::of);

    public static final Outbound<io.satisflow.sla.clock.SlaEvent, SlaEvent> SLA_EVENTS =
            new Outbound<>(Topic.SLA_EVENTS, SlaEvent.class, SlaRecords::toWire, TopicKey::of);

    public static final Outbound<ScoreRow, SatisfactionRow> SATISFACTION_NOW =
            new Outbound<>(Topic.SATISFACTION_NOW, SatisfactionRow.class, SatisfactionRecords::toWire, TopicKey::ofNow);

    public static final Outbound<ScoreRow, SatisfactionRow> SATISFACTION_STEPS = new Outbound<>(
            Topic.SATISFACTION_STEPS, SatisfactionRow.class, SatisfactionRecords::toWire, TopicKey::ofStep);

    public static final Outbound<PaneSums, SatisfactionPane> SATISFACTION_PANES =
            new Outbound<>(Topic.SATISFACTION_PANES, SatisfactionPane.class, SatisfactionRecords::toWire, TopicKey::of);

    public static final Outbound<io.satisflow.drift.signal.DriftSignal, DriftSignal> DRIFT_SIGNALS =
            new Outbound<>(Topic.DRIFT_SIGNALS, DriftSignal.class, DriftRecords::toWire, TopicKey::of);

    public static final Outbound<WordedAlert, Alert> ALERTS =
            new Outbound<>(Topic.ALERTS, Alert.class, AlertRecords::toWire, TopicKey::of);

    public static final Outbound<io.satisflow.alerts.notice.Notification, Notification> NOTIFICATIONS =
            new Outbound<>(Topic.NOTIFICATIONS, Notification.class, AlertRecords::toWire, TopicKey::of);

    public static final Outbound<io.satisflow.ledger.DeadLetter, DeadLetter> DEAD_LETTERS =
            new Outbound<>(Topic.DEAD_LETTERS, DeadLetter.class, DeadLetterRecords::toWire, TopicKey::of);
}
