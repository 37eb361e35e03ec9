package io.satisflow.local.topics;

import io.satisflow.flink.io.Topic;
import io.satisflow.flink.io.TopicNames;
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
import java.io.IOException;
import java.nio.file.Path;
import org.apache.avro.specific.SpecificRecordBase;

/** All that the jobs write, topic by topic. */
public final class ResultTopics {
    private final TopicExport export;

    private ResultTopics(TopicExport export) {
        this.export = export;
    }

    /** @param folder where {@code <topic>.jsonl} is written */
    public static void export(CommittedRecords records, TopicNames names, Path folder) throws IOException {
        new ResultTopics(new TopicExport(records, names, folder)).all();
    }

    private void all() throws IOException {
        export.export(Topic.FEEDBACK, Feedback.class, Feedback::getKnownAt, ResultTopics::onlyExport);
        export.export(Topic.TICKET_EVENTS, TicketEvent.class, TicketEvent::getKnownAt, ResultTopics::onlyExport);
        export.export(
                Topic.SCORED_FEEDBACK,
                ScoredFeedback.class,
                scored -> scored.getFeedback().getKnownAt(),
                ResultTopics::onlyExport);
        export.export(Topic.SLA_EVENTS, SlaEvent.class, SlaEvent::getAsOf, ResultTopics::onlyExport);
        export.export(
                Topic.SATISFACTION_NOW, SatisfactionRow.class, SatisfactionRow::getAsOf, ResultTopics::onlyExport);
        export.export(
                Topic.SATISFACTION_STEPS, SatisfactionRow.class, SatisfactionRow::getAsOf, ResultTopics::onlyExport);
        export.export(
                Topic.SATISFACTION_PANES, SatisfactionPane.class, SatisfactionPane::getAsOf, ResultTopics::onlyExport);
        export.export(Topic.DRIFT_SIGNALS, DriftSignal.class, DriftSignal::getAt, ResultTopics::onlyExport);
        export.export(Topic.ALERTS, Alert.class, Alert::getAsOf, ResultTopics::onlyExport);
        export.export(Topic.NOTIFICATIONS, Notification.class, Notification::getAt, ResultTopics::onlyExport);
        export.export(Topic.DEAD_LETTERS, DeadLetter.class, DeadLetter::getAt, ResultTopics::onlyExport);
    }

    private static void onlyExport(SpecificRecordBase record) {
        // Nobody adds up.
    }
}
