package io.satisflow.flink.io;

import io.satisflow.alerts.notice.Notification;
import io.satisflow.alerts.notice.WordedAlert;
import io.satisflow.drift.signal.DriftSignal;
import io.satisflow.feedback.Feedback;
import io.satisflow.ledger.DeadLetter;
import io.satisflow.ledger.RecordedFeedback;
import io.satisflow.ledger.RecordedTicketEvent;
import io.satisflow.ledger.ScoredFeedback;
import io.satisflow.satisfaction.score.ScoreRow;
import io.satisflow.satisfaction.window.PaneSums;
import io.satisflow.sla.clock.SlaEvent;

/**
 * What the records of each topic are keyed by. Segments stand in keys as {@link io.satisflow.segment.Segment#key()} has them,
 * so that topics can be joined by them.
 */
public final class TopicKey {
    private TopicKey() {}

    /** {@code app/1234}: channel and id. */
    public static String of(Feedback feedback) {
        return feedback.channel() + "/" + feedback.id();
    }

    /** That of the feedback. */
    public static String of(RecordedFeedback recorded) {
        return of(recorded.feedback());
    }

    /** That of the feedback. */
    public static String of(ScoredFeedback scored) {
        return of(scored.feedback());
    }

    /** The ticket. */
    public static String of(RecordedTicketEvent event) {
        return event.ticket();
    }

    /** The ticket. */
    public static String of(SlaEvent event) {
        return event.ticket();
    }

    /** The present: {@code channel=app/1h}. */
    public static String ofNow(ScoreRow row) {
        return row.segment().key() + "/" + row.window();
    }

    /** A step: {@code channel=app/1h/2026-03-02T09:30:00Z}, with the end of the window. */
    public static String ofStep(ScoreRow row) {
        return ofNow(row) + "/" + row.to();
    }

    /** A pane: {@code channel=app/2026-03-02T09:29:00Z}, with its start. */
    public static String of(PaneSums pane) {
        return pane.segment().key() + "/" + pane.from();
    }

    /** {@code channel=app/csat}: segment and metric. */
    public static String of(DriftSignal signal) {
        return signal.segment().key() + "/" + signal.metric();
    }

    /** Its id, so that a compacted topic keeps every alert that began, also where a rule fires on the same key again. */
    public static String of(WordedAlert worded) {
        return worded.id();
    }

    /** Its id. */
    public static String of(Notification notification) {
        return notification.id();
    }

    /** The position of the raw record. */
    public static String of(DeadLetter letter) {
        return "%s-%d-%d"
                .formatted(
                        letter.source().topic(),
                        letter.source().partition(),
                        letter.source().offset());
    }
}
