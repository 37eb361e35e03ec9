package io.satisflow.local.replay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.satisflow.flink.io.Topic;
import io.satisflow.flink.io.TopicNames;
import io.satisflow.local.replay.recording.ReplayException;
import io.satisflow.local.topics.CommittedRecords;
import io.satisflow.local.topics.TopicExport;
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
import java.util.Map;
import org.apache.avro.specific.SpecificRecordBase;

/** Writes what a replay has come to: {@code topics/<topic>.jsonl} and {@code summary.json}. */
final class ReplayBooks {
    private final ReplayOptions options;
    private final TopicExport export;

    ReplayBooks(ReplayOptions options, Map<String, String> kafkaProperties, TopicNames names) {
        this.options = options;
        this.export = new TopicExport(
                new CommittedRecords(kafkaProperties),
                names,
                options.directory().resolve("topics"));
    }

    /** @throws ReplayException when a row is not accounted for, which would be a fault of ours */
    ObjectNode close(FeedPlan plan) throws IOException {
        ReplaySummary summary = new ReplaySummary();
        export.export(Topic.FEEDBACK, Feedback.class, Feedback::getKnownAt, summary::add);
        export.export(Topic.TICKET_EVENTS, TicketEvent.class, TicketEvent::getKnownAt, summary::add);
        export.export(
                Topic.SCORED_FEEDBACK,
                ScoredFeedback.class,
                scored -> scored.getFeedback().getKnownAt(),
                summary::add);
        export.export(Topic.SLA_EVENTS, SlaEvent.class, SlaEvent::getAsOf, summary::add);
        export.export(Topic.SATISFACTION_NOW, SatisfactionRow.class, SatisfactionRow::getAsOf, ReplayBooks::onlyExport);
        export.export(
                Topic.SATISFACTION_STEPS, SatisfactionRow.class, SatisfactionRow::getAsOf, ReplayBooks::onlyExport);
        export.export(
                Topic.SATISFACTION_PANES, SatisfactionPane.class, SatisfactionPane::getAsOf, ReplayBooks::onlyExport);
        export.export(Topic.DRIFT_SIGNALS, DriftSignal.class, DriftSignal::getAt, summary::add);
        export.export(Topic.ALERTS, Alert.class, Alert::getAsOf, summary::add);
        export.export(Topic.NOTIFICATIONS, Notification.class, Notification::getAt, summary::add);
        export.export(Topic.DEAD_LETTERS, DeadLetter.class, DeadLetter::getAt, summary::add);
        ObjectNode json = summary.toJson(options, plan);
        ReplaySummary.write(json, options.directory().resolve("summary.json"));
        if (!summary.isBalanced(plan.rowCount())) {
            throw new ReplayException(
                    "Of %d rows %s are accepted and %s refused, which does not add up; please report it with %s"
                            .formatted(
                                    plan.rowCount(),
                                    json.get("accepted"),
                                    json.at("/dead_letters/total"),
                                    options.directory().resolve("summary.json")));
        }
        return json;
    }

    private static void onlyExport(SpecificRecordBase record) {
        // Rows of windows are results themselves; there is nothing to add up.
    }
}
