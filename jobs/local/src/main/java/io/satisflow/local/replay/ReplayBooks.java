package io.satisflow.local.replay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.satisflow.flink.io.Topic;
import io.satisflow.flink.io.TopicNames;
import io.satisflow.local.replay.recording.ReplayException;
import io.satisflow.local.topics.CommittedRecords;
import io.satisflow.local.topics.TopicExport;
import io.satisflow.settings.Settings;
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
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecordBase;
import org.jspecify.annotations.Nullable;

/** Writes what a replay has come to: {@code topics/<topic>.jsonl} and {@code summary.json}. */
final class ReplayBooks {
    private final ReplayOptions options;
    private final Settings settings;
    private final TopicExport export;
    private final Map<String, Long> records = new LinkedHashMap<>();

    ReplayBooks(ReplayOptions options, Settings settings, Map<String, String> kafkaProperties, TopicNames names) {
        this.options = options;
        this.settings = settings;
        this.export = new TopicExport(
                new CommittedRecords(kafkaProperties),
                names,
                options.directory().resolve("topics"));
    }

    /** @throws ReplayException when a row is not accounted for, which would be a fault of ours */
    ReplayOutcome close(FeedPlan plan) throws IOException {
        try (FeedbackFates fates = new FeedbackFates(settings.satisfaction(), plan.end(), options.directory())) {
            ReplaySummary summary = new ReplaySummary(fates, new MeasuredAnswers(settings.satisfaction()));
            exportAll(summary);
            fates.follow();
            ObjectNode json = summary.toJson(options, plan, records);
            Path file = options.directory().resolve("summary.json");
            ReplaySummary.write(json, file);
            Optional<String> imbalance = summary.imbalance(plan);
            if (imbalance.isPresent()) {
                throw new ReplayException(
                        "The books do not add up: %s; please report it with %s".formatted(imbalance.get(), file));
            }
            return new ReplayOutcome(json, summary.failure(options, plan));
        }
    }

    private void exportAll(ReplaySummary summary) throws IOException {
        export(Topic.FEEDBACK, Feedback.class, Feedback::getKnownAt, summary::add);
        export(Topic.TICKET_EVENTS, TicketEvent.class, TicketEvent::getKnownAt, summary::add);
        export(
                Topic.SCORED_FEEDBACK,
                ScoredFeedback.class,
                scored -> scored.getFeedback().getKnownAt(),
                summary::add);
        export(Topic.SLA_EVENTS, SlaEvent.class, SlaEvent::getAsOf, summary::add);
        export(Topic.SATISFACTION_NOW, SatisfactionRow.class, SatisfactionRow::getAsOf, ReplayBooks::onlyExport);
        export(Topic.SATISFACTION_STEPS, SatisfactionRow.class, SatisfactionRow::getAsOf, ReplayBooks::onlyExport);
        export(Topic.SATISFACTION_PANES, SatisfactionPane.class, SatisfactionPane::getAsOf, summary::add);
        export(Topic.DRIFT_SIGNALS, DriftSignal.class, DriftSignal::getAt, summary::add);
        export(Topic.ALERTS, Alert.class, Alert::getAsOf, summary::add);
        export(Topic.NOTIFICATIONS, Notification.class, Notification::getAt, summary::add);
        export(Topic.DEAD_LETTERS, DeadLetter.class, DeadLetter::getAt, summary::add);
    }

    private <T extends SpecificRecordBase> void export(
            Topic topic, Class<T> type, Function<T, @Nullable Instant> time, Consumer<T> each) throws IOException {
        long[] count = {0};
        export.export(topic, type, time, record -> {
            count[0]++;
            each.accept(record);
        });
        records.put(topic.shortName(), count[0]);
    }

    private static void onlyExport(SpecificRecordBase record) {
        // Rows of windows are results themselves; there is nothing to add up.
    }
}
