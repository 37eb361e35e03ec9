package io.satisflow.local.replay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.satisflow.flink.io.Topic;
import io.satisflow.flink.io.TopicNames;
import io.satisflow.local.topics.CommittedRecords;
import io.satisflow.local.topics.TopicExport;
import io.satisflow.wire.DeadLetter;
import io.satisflow.wire.Feedback;
import io.satisflow.wire.SlaEvent;
import io.satisflow.wire.TicketEvent;
import java.io.IOException;
import java.util.Map;

/** Writes what a replay has come to: {@code topics/<topic>.jsonl} and {@code summary.json}. */
final class ReplayBooks {
    private final ReplayOptions options;
    private final TopicNames names;
    private final TopicExport export;

    ReplayBooks(ReplayOptions options, Map<String, String> kafkaProperties, TopicNames names) {
        this.options = options;
        this.names = names;
        this.export = new TopicExport(
                new CommittedRecords(kafkaProperties), options.directory().resolve("topics"));
    }

    /** @throws ReplayException when a row is not accounted for, which would be a fault of ours */
    ObjectNode close(FeedPlan plan) throws IOException {
        ReplaySummary summary = new ReplaySummary();
        export.export(
                name(Topic.FEEDBACK), Topic.FEEDBACK.shortName(), Feedback.class, Feedback::getKnownAt, summary::add);
        export.export(
                name(Topic.TICKET_EVENTS),
                Topic.TICKET_EVENTS.shortName(),
                TicketEvent.class,
                TicketEvent::getKnownAt,
                summary::add);
        export.export(
                name(Topic.SLA_EVENTS), Topic.SLA_EVENTS.shortName(), SlaEvent.class, SlaEvent::getAsOf, summary::add);
        export.export(
                name(Topic.DEAD_LETTERS),
                Topic.DEAD_LETTERS.shortName(),
                DeadLetter.class,
                DeadLetter::getAt,
                summary::add);
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

    private String name(Topic topic) {
        return names.of(topic);
    }
}
