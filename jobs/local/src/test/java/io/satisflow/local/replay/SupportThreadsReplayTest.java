package io.satisflow.local.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real conversations between customers and brands' support. */
class SupportThreadsReplayTest {
    private static final Path DATA = Path.of(System.getProperty("satisflow.data", ""));
    private static final Path THREADS = DATA.resolve("replay/support_threads.csv");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ssXXX");

    @TempDir
    static Path folder;

    private static ReplayRun replay;

    @BeforeAll
    static void replayThem() {
        assumeTrue(
                !DATA.toString().isEmpty() && Files.exists(THREADS),
                "the real data is not here; give its folder with -Dsatisflow.data=DIR");
        replay = ReplayRun.of("support_threads", THREADS, folder.resolve("out"), "--parallelism", "2");
    }

    @Test
    void every_row_is_accounted_for() {
        JsonNode summary = replay.summary();

        assertThat(summary.get("rows").asInt()).isEqualTo(5001);
        assertThat(summary.get("accepted").asInt()).isEqualTo(5000);
        assertThat(summary.at("/dead_letters/by_reason/missing_time").asInt()).isEqualTo(1);
        assertThat(summary.get("balanced").asBoolean()).isTrue();
        assertThat(summary.get("feedback").asInt()).isEqualTo(2778);
        assertThat(summary.get("tickets").asInt()).isEqualTo(1312);
        assertThat(summary.at("/refused_ticket_events/total").asInt()).isZero();
    }

    @Test
    void first_reply_times_are_those_that_the_file_says() throws IOException {
        Map<String, Long> expected = firstReplySeconds();
        Map<String, Long> measured = replay.topic("sla-events").stream()
                .filter(event -> event.get("clock").asText().equals("first_reply"))
                .filter(event -> event.get("event").asText().equals("fulfil"))
                .collect(Collectors.toMap(
                        event -> event.get("ticket").asText(),
                        event -> event.get("wall_s").asLong()));

        assertThat(expected).hasSize(1288);
        measured.keySet().retainAll(expected.keySet());
        assertThat(measured).isEqualTo(expected);
    }

    /** From the opening tweet of a customer to the first tweet of the brand in its thread, with nothing of the engine. */
    private static Map<String, Long> firstReplySeconds() throws IOException {
        Map<String, CSVRecord> tweets = tweets();
        Map<String, List<CSVRecord>> threads =
                tweets.values().stream().collect(Collectors.groupingBy(tweet -> rootOf(tweet, tweets)));
        Map<String, Long> seconds = new HashMap<>();
        threads.forEach((root, thread) -> {
            CSVRecord opening = tweets.get(root);
            if (opening != null && opening.get("inbound").equals("True")) {
                thread.stream()
                        .filter(tweet -> tweet.get("inbound").equals("False"))
                        .map(SupportThreadsReplayTest::timeOf)
                        .min(Comparator.naturalOrder())
                        .ifPresent(reply -> seconds.put(
                                root, Duration.between(timeOf(opening), reply).toSeconds()));
            }
        });
        return seconds;
    }

    private static Map<String, CSVRecord> tweets() throws IOException {
        try (Reader csv = Files.newBufferedReader(THREADS)) {
            return CSVFormat.DEFAULT.builder().setHeader().get().parse(csv).stream()
                    .filter(row ->
                            row.isSet("created_at") && !row.get("created_at").isEmpty())
                    .collect(Collectors.toMap(row -> row.get("tweet_id"), row -> row));
        }
    }

    private static String rootOf(CSVRecord tweet, Map<String, CSVRecord> tweets) {
        CSVRecord root = tweet;
        CSVRecord parent = parentOf(root, tweets);
        while (parent != null) {
            root = parent;
            parent = parentOf(root, tweets);
        }
        return root.get("tweet_id");
    }

    private static @Nullable CSVRecord parentOf(CSVRecord tweet, Map<String, CSVRecord> tweets) {
        return tweets.get(tweet.get("in_response_to_tweet_id").replace(".0", ""));
    }

    private static OffsetDateTime timeOf(CSVRecord tweet) {
        return OffsetDateTime.parse(tweet.get("created_at"), TIME);
    }
}
