package io.satisflow.local.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.satisflow.flink.io.Topic;
import io.satisflow.flink.io.TopicNames;
import io.satisflow.local.cli.CommandLineRun;
import io.satisflow.local.topics.CommittedRecords;
import io.satisflow.scoring.ShippedModels;
import io.satisflow.scoring.linear.Calibration;
import io.satisflow.scoring.linear.LinearModel;
import io.satisflow.scoring.linear.ModelFormat;
import io.satisflow.scoring.linear.ModelLanguage;
import io.satisflow.wire.Metric;
import io.satisflow.wire.SatisfactionRow;
import io.satisflow.wire.ScoredFeedback;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Windows, groupings, metrics, steps of drift and models that come, change and go over a restart, under a channel that is called otherwise. */
class RestartWithOtherScoresTest {
    private static final String PREFIX = "scores";
    private static final Duration SOON = Duration.ofMinutes(3);
    private static final String BEFORE = """
            segments: {by: [[], [channel]]}
            windows: {rolling: [{length: 12h, step: 5s}, {length: 6h, step: 5s}, {length: 10h, step: 5s}]}
            metrics: {volume: {}, nps: {}}
            drift: {step: 12h, metrics: [nps]}
            alerts: {rules: []}
            scoring: {models: [{file: "%s"}]}
            """;
    private static final String AFTER = """
            segments: {by: [[], [attributes.store]]}
            windows: {rolling: [{length: 12h, step: 5s}, {length: 8h, step: 5s}, {length: 10h, step: 10s}]}
            metrics: {volume: {}, csat: {}}
            drift: {step: 8h, metrics: [csat]}
            alerts: {rules: []}
            scoring: {models: [{file: "%s", from: %s}]}
            """;
    private static final String ENGLISH = "The delivery was quick and friendly.";
    private static final String CHINESE = "送货很快，服务很好。";

    @TempDir
    Path folder;

    @Test
    void what_stays_goes_on_what_is_new_begins_and_what_is_gone_is_not_written_any_more() throws Exception {
        Path config = LiveSettings.write(folder.resolve("config"), PREFIX);
        String common = Files.readString(config);
        Files.writeString(config, common + BEFORE.formatted(ownModel(ModelLanguage.CHINESE)));
        Path run = folder.resolve("run");
        try (LiveEngine engine = LiveEngine.start(config, run)) {
            answer(engine, "r-1", ENGLISH);
            answer(engine, "r-2", CHINESE);
            await().atMost(SOON).until(() -> scorers(engine).size() == 2);
            await().atMost(SOON).until(() -> counted(rows(engine), "6h") == 2);
            assertThat(rows(engine))
                    .anyMatch(row -> row.getSegment().containsKey("channel"))
                    .anyMatch(row -> row.getMetrics().containsKey("nps"));
        }
        // Time is behind the wall clock, so whatever is dated later was written by the second life.
        Instant until = Instant.now();

        Files.writeString(
                config, common.replace(survey(), polls()) + AFTER.formatted(ownModel(ModelLanguage.ENGLISH), until));
        try (LiveEngine engine = LiveEngine.start(config, run)) {
            answer(engine, "r-3", ENGLISH);
            answer(engine, "r-4", CHINESE);
            answer(engine, "r-1", ENGLISH);
            await().atMost(SOON).until(() -> scorers(engine).size() == 5);
            await().atMost(SOON).until(() -> counted(rows(engine), "8h") == 5);
            await().atMost(SOON)
                    .until(
                            () -> rows(engine),
                            rows -> rows.stream()
                                    .anyMatch(row -> row.getWindow().equals("10h")
                                            && row.getAsOf().isAfter(until)));

            List<SatisfactionRow> since = rows(engine).stream()
                    .filter(row -> row.getAsOf().isAfter(until))
                    .toList();
            assertThat(counted(since, "12h"))
                    .as("a window that stays, in which an id of the channel's former name counts again")
                    .isEqualTo(5);
            assertThat(counted(since, "10h"))
                    .as("a window that moves by another step begins again")
                    .isEqualTo(3);
            assertThat(last(since, "12h").getMetrics())
                    .hasEntrySatisfying(
                            "csat",
                            csat -> assertThat(csat.getN())
                                    .as("a metric that is new begins empty")
                                    .isEqualTo(3));
            assertThat(since)
                    .noneMatch(row -> row.getWindow().equals("6h"))
                    .noneMatch(row -> row.getSegment().containsKey("channel"))
                    .noneMatch(row -> row.getMetrics().keySet().stream().anyMatch(name -> name.startsWith("nps")))
                    .anyMatch(row -> row.getSegment().containsKey("attributes.store") && volume(row) == 1);
            assertThat(engine.feedback(PREFIX))
                    .extracting(feedback -> feedback.getChannel() + " " + feedback.getId())
                    .containsExactlyInAnyOrder("survey r-1", "survey r-2", "polls r-3", "polls r-4", "polls r-1");
            assertThat(scorers(engine))
                    .as("a model that is taken out, and one that is put in from then on")
                    .containsEntry("survey r-1", shipped(ModelLanguage.ENGLISH).name())
                    .containsEntry("survey r-2", own(ModelLanguage.CHINESE).name())
                    .containsEntry("polls r-3", own(ModelLanguage.ENGLISH).name())
                    .containsEntry("polls r-4", shipped(ModelLanguage.CHINESE).name());
        }
    }

    private static String survey() {
        return presets().resolve("survey.yaml").toString();
    }

    /** The same mapping under another name. */
    private String polls() throws Exception {
        String mapping =
                Files.readString(presets().resolve("survey.yaml")).replace("channel: survey", "channel: polls");
        return Files.writeString(folder.resolve("polls.yaml"), mapping).toString();
    }

    private static Path presets() {
        return CommandLineRun.HOME.toAbsolutePath().resolve("config/channels");
    }

    /** Where a model of our own for a language stands. */
    private Path ownModel(ModelLanguage language) throws Exception {
        Path file = folder.resolve(language.code() + ".model");
        try (OutputStream out = Files.newOutputStream(file)) {
            ModelFormat.write(own(language), out);
        }
        return file;
    }

    private static LinearModel own(ModelLanguage language) {
        Calibration calibration = shipped(language).calibration();
        double[] weights = new double[calibration.margins() << 1];
        Arrays.fill(weights, 1);
        return LinearModel.of(language, 1, weights, calibration);
    }

    private static LinearModel shipped(ModelLanguage language) {
        return ShippedModels.all().stream()
                .filter(model -> model.language() == language)
                .findFirst()
                .orElseThrow();
    }

    /** By channel and id of the feedback, the model that has read it. */
    private static Map<String, String> scorers(LiveEngine engine) {
        Map<String, String> scorers = new TreeMap<>();
        new CommittedRecords(engine.kafkaProperties())
                .forEach(
                        new TopicNames(PREFIX).of(Topic.SCORED_FEEDBACK),
                        ScoredFeedback.class,
                        (key, scored) -> scorers.put(
                                scored.getFeedback().getChannel() + " "
                                        + scored.getFeedback().getId(),
                                scored.getSentiment().getScorer()));
        return scorers;
    }

    private static void answer(LiveEngine engine, String id, String comment) {
        Instant at = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        engine.send(
                "raw.survey",
                0,
                "{\"response_id\": \"%s\", \"submitted_at\": \"%s\", \"store\": \"%s\", \"answers\": {\"nps\": 9, \"csat\": 5, \"comment\": \"%s\"}}"
                        .formatted(id, at, "store of " + id, comment));
    }

    private static List<SatisfactionRow> rows(LiveEngine engine) {
        List<SatisfactionRow> rows = new ArrayList<>();
        new CommittedRecords(engine.kafkaProperties())
                .forEach(
                        new TopicNames(PREFIX).of(Topic.SATISFACTION_STEPS),
                        SatisfactionRow.class,
                        (key, row) -> rows.add(row));
        return rows;
    }

    /** What a window counts of all feedback, as it was written last. */
    private static long counted(List<SatisfactionRow> rows, String window) {
        return lastOf(rows, window).map(RestartWithOtherScoresTest::volume).orElse(0L);
    }

    private static SatisfactionRow last(List<SatisfactionRow> rows, String window) {
        return lastOf(rows, window).orElseThrow();
    }

    private static Optional<SatisfactionRow> lastOf(List<SatisfactionRow> rows, String window) {
        return rows.stream()
                .filter(row -> row.getSegment().isEmpty() && row.getWindow().equals(window))
                .reduce((earlier, later) -> later);
    }

    private static long volume(SatisfactionRow row) {
        Metric volume = row.getMetrics().get("volume");
        return volume == null ? 0 : volume.getN();
    }
}
