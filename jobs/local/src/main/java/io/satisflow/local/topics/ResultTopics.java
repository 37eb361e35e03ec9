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
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecordBase;
import org.jspecify.annotations.Nullable;

/** All that the jobs write, topic by topic: what has to be told of rows that were accepted comes before dead letters. */
public final class ResultTopics {
    private final TopicExport export;
    private final ResultReader reader;
    private final Map<String, Long> counts = new LinkedHashMap<>();

    private ResultTopics(TopicExport export, ResultReader reader) {
        this.export = export;
        this.reader = reader;
    }

    /** Sees every record on its way. */
    @FunctionalInterface
    public interface ResultReader {
        /** Nobody adds up. */
        ResultReader NOBODY = record -> {};

        void read(SpecificRecordBase record);
    }

    /**
     * @param folder where {@code <topic>.jsonl} is written
     * @return how many records of each topic there are
     */
    public static Map<String, Long> export(CommittedRecords records, TopicNames names, Path folder, ResultReader reader)
            throws IOException {
        ResultTopics topics = new ResultTopics(new TopicExport(records, names, folder), reader);
        topics.all();
        return topics.counts;
    }

    private void all() throws IOException {
        one(Topic.FEEDBACK, Feedback.class, Feedback::getKnownAt);
        one(Topic.TICKET_EVENTS, TicketEvent.class, TicketEvent::getKnownAt);
        one(
                Topic.SCORED_FEEDBACK,
                ScoredFeedback.class,
                scored -> scored.getFeedback().getKnownAt());
        one(Topic.SLA_EVENTS, SlaEvent.class, SlaEvent::getAsOf);
        one(Topic.SATISFACTION_NOW, SatisfactionRow.class, SatisfactionRow::getAsOf);
        one(Topic.SATISFACTION_STEPS, SatisfactionRow.class, SatisfactionRow::getAsOf);
        one(Topic.SATISFACTION_PANES, SatisfactionPane.class, SatisfactionPane::getAsOf);
        one(Topic.DRIFT_SIGNALS, DriftSignal.class, DriftSignal::getAt);
        one(Topic.ALERTS, Alert.class, Alert::getAsOf, Alert::getId);
        one(Topic.NOTIFICATIONS, Notification.class, Notification::getAt);
        one(Topic.DEAD_LETTERS, DeadLetter.class, DeadLetter::getAt);
    }

    private <T extends SpecificRecordBase> void one(Topic topic, Class<T> type, Function<T, @Nullable Instant> time)
            throws IOException {
        one(topic, type, time, null);
    }

    private <T extends SpecificRecordBase> void one(
            Topic topic, Class<T> type, Function<T, @Nullable Instant> time, @Nullable Function<T, String> identity)
            throws IOException {
        Consumer<T> each = reader::read;
        counts.put(topic.shortName(), export.export(topic, type, time, identity, each));
    }
}
