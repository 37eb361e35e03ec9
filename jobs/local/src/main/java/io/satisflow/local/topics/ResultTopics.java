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
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecordBase;

/** All that the jobs write, topic by topic: dead letters last, so that whoever adds up knows what they are of. */
public final class ResultTopics {
    private final TopicExport export;
    private final Consumer<SpecificRecordBase> each;

    private ResultTopics(TopicExport export, Consumer<SpecificRecordBase> each) {
        this.export = export;
        this.each = each;
    }

    /** @param folder where {@code <topic>.jsonl} is written */
    public static void export(CommittedRecords records, TopicNames names, Path folder) {
        export(records, names, folder, record -> {});
    }

    /** @param each sees every record that is written */
    public static void export(
            CommittedRecords records, TopicNames names, Path folder, Consumer<SpecificRecordBase> each) {
        new ResultTopics(new TopicExport(records, names, folder), each).all();
    }

    private void all() {
        export.export(Topic.FEEDBACK, Feedback.class, Feedback::getKnownAt, each::accept);
        export.export(Topic.TICKET_EVENTS, TicketEvent.class, TicketEvent::getKnownAt, each::accept);
        export.export(
                Topic.SCORED_FEEDBACK,
                ScoredFeedback.class,
                scored -> scored.getFeedback().getKnownAt(),
                each::accept);
        export.export(Topic.SLA_EVENTS, SlaEvent.class, SlaEvent::getAsOf, each::accept);
        export.export(Topic.SATISFACTION_NOW, SatisfactionRow.class, SatisfactionRow::getAsOf, each::accept);
        export.export(Topic.SATISFACTION_STEPS, SatisfactionRow.class, SatisfactionRow::getAsOf, each::accept);
        export.export(Topic.SATISFACTION_PANES, SatisfactionPane.class, SatisfactionPane::getAsOf, each::accept);
        export.export(Topic.DRIFT_SIGNALS, DriftSignal.class, DriftSignal::getAt, each::accept);
        export.export(Topic.ALERTS, Alert.class, Alert::getAsOf, each::accept);
        export.export(Topic.NOTIFICATIONS, Notification.class, Notification::getAt, each::accept);
        export.export(Topic.DEAD_LETTERS, DeadLetter.class, DeadLetter::getAt, each::accept);
    }
}
