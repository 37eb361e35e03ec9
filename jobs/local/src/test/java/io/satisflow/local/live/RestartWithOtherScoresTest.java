package io.satisflow.local.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.satisflow.flink.io.Topic;
import io.satisflow.flink.io.TopicNames;
import io.satisflow.local.cli.CommandLineRun;
import io.satisflow.local.topics.CommittedRecords;
import io.satisflow.wire.Metric;
import io.satisflow.wire.SatisfactionRow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Windows, groupings and metrics that come and go over a restart, under a channel that is called otherwise from then on. */
class RestartWithOtherScoresTest {
    private static final String PREFIX = "scores";
    private static final Duration SOON = Duration.ofMinutes(3);
    private static final String BEFORE = """
            segments: {by: [[], [channel]]}
            windows: {rolling: [{length: 12h, step: 5s}, {length: 6h, step: 5s}, {length: 10h, step: 5s}]}
            metrics: {volume: {}, nps: {}}
            drift: {step: 12h, metrics: [nps]}
            alerts: {rules: []}
            """;
    private static final String AFTER = """
            segments: {by: [[], [attributes.store]]}
            windows: {rolling: [{length: 12h, step: 5s}, {length: 8h, step: 5s}, {length: 10h, step: 10s}]}
            metrics: {volume: {}, csat: {}}
            drift: {step: 12h, metrics: [csat]}
            alerts: {rules: []}
            """;

    @TempDir
    Path folder;

    @Test
    void what_stays_goes_on_what_is_new_begins_and_what_is_gone_is_not_written_any_more() throws Exception {
        Path config = LiveSettings.write(folder.resolve("config"), PREFIX);
        String common = Files.readString(config);
        Files.writeString(config, common + BEFORE);
        Path run = folder.resolve("run");
        try (LiveEngine engine = LiveEngine.start(config, run)) {
            answer(engine, "r-1");
            answer(engine, "r-2");
            await().atMost(SOON).until(() -> counted(rows(engine), "6h") == 2);
            assertThat(rows(engine))
                    .anyMatch(row -> row.getSegment().containsKey("channel"))
                    .anyMatch(row -> row.getMetrics().containsKey("nps"));
        }
        // Time is behind the wall clock, so whatever is dated later was written by the second life.
        Instant until = Instant.now();

        Files.writeString(config, common.replace(survey(), polls()) + AFTER);
        try (LiveEngine engine = LiveEngine.start(config, run)) {
            answer(engine, "r-3");
            await().atMost(SOON).until(() -> counted(rows(engine), "8h") == 3);
            await().atMost(SOON)
                    .until(
                            () -> rows(engine),
                            rows -> rows.stream()
                                    .anyMatch(row -> row.getWindow().equals("10h")
                                            && row.getAsOf().isAfter(until)));

            List<SatisfactionRow> since = rows(engine).stream()
                    .filter(row -> row.getAsOf().isAfter(until))
                    .toList();
            assertThat(counted(since, "12h")).as("a window that stays").isEqualTo(3);
            assertThat(counted(since, "10h"))
                    .as("a window that moves by another step begins again")
                    .isEqualTo(1);
            assertThat(since)
                    .noneMatch(row -> row.getWindow().equals("6h"))
                    .noneMatch(row -> row.getSegment().containsKey("channel"))
                    .noneMatch(row -> row.getMetrics().keySet().stream().anyMatch(name -> name.startsWith("nps")))
                    .anyMatch(row -> row.getSegment().containsKey("attributes.store") && volume(row) == 1);
            assertThat(engine.feedback(PREFIX))
                    .extracting(feedback -> feedback.getChannel() + " " + feedback.getId())
                    .containsExactlyInAnyOrder("survey r-1", "survey r-2", "polls r-3");
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

    private static void answer(LiveEngine engine, String id) {
        Instant at = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        engine.send(
                "raw.survey",
                0,
                "{\"response_id\": \"%s\", \"submitted_at\": \"%s\", \"store\": \"Berlin\", \"answers\": {\"nps\": 9}}"
                        .formatted(id, at));
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
        return rows.stream()
                .filter(row -> row.getSegment().isEmpty() && row.getWindow().equals(window))
                .reduce((earlier, later) -> later)
                .map(RestartWithOtherScoresTest::volume)
                .orElse(0L);
    }

    private static long volume(SatisfactionRow row) {
        Metric volume = row.getMetrics().get("volume");
        return volume == null ? 0 : volume.getN();
    }
}
