package io.satisflow.local.replay;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.satisflow.flink.io.TopicNames;
import io.satisflow.local.replay.books.FeedbackFates;
import io.satisflow.local.replay.books.MeasuredAnswers;
import io.satisflow.local.replay.feed.FeedPlan;
import io.satisflow.local.replay.recording.ReplayException;
import io.satisflow.local.topics.CommittedRecords;
import io.satisflow.local.topics.ResultTopics;
import io.satisflow.settings.JudgedClocks;
import io.satisflow.settings.Settings;
import io.satisflow.sla.dryrun.Unjudged;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes what a replay has come to: {@code topics/<topic>.jsonl} and {@code summary.json}. */
final class ReplayBooks {
    private final ReplayOptions options;
    private final Settings settings;
    private final CommittedRecords topics;
    private final TopicNames names;
    private final Path folder;

    ReplayBooks(ReplayOptions options, Settings settings, Map<String, String> kafkaProperties, TopicNames names) {
        this.options = options;
        this.settings = settings;
        this.topics = new CommittedRecords(kafkaProperties);
        this.names = names;
        this.folder = options.directory().resolve("topics");
    }

    /** @throws ReplayException when a row is not accounted for, which would be a fault of ours */
    ReplayOutcome close(FeedPlan plan) throws IOException {
        try (FeedbackFates fates = new FeedbackFates(settings.satisfaction(), plan.end(), options.directory())) {
            ReplaySummary summary = new ReplaySummary(fates, new MeasuredAnswers(settings.satisfaction()));
            Map<String, Long> records = ResultTopics.export(topics, names, folder, summary::add);
            fates.follow();
            ObjectNode json =
                    summary.toJson(options, plan, records, settings.enrichment().late());
            List<String> untold = JudgedClocks.remarks(
                    settings.channels().get(0).mapping(),
                    settings.sla().policies(),
                    summary.outcomes().policies());
            untold.forEach(json.putArray("clocks_without_events")::add);
            Path file = options.directory().resolve("summary.json");
            ReplaySummary.write(json, file);
            Optional<String> imbalance = summary.imbalance(plan);
            if (imbalance.isPresent()) {
                throw new ReplayException(
                        "The books do not add up: %s; please report it with %s".formatted(imbalance.get(), file));
            }
            List<String> notes = new ArrayList<>(
                    summary.outcomes().unjudged().stream().map(Unjudged::remark).toList());
            notes.addAll(untold);
            notes.addAll(summary.remarks());
            return new ReplayOutcome(json, notes, summary.failure(options, plan));
        }
    }
}
