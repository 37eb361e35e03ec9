package io.satisflow.local.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.satisflow.flink.intake.IntakeJob;
import io.satisflow.flink.settings.JobArguments;
import io.satisflow.local.cluster.EmbeddedCluster;
import io.satisflow.local.live.input.LiveInput;
import io.satisflow.wire.Feedback;
import io.satisflow.wire.SlaEvent;
import io.satisflow.wire.TicketEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The time of a live run, on a broker of its own. All but one of its four raw partitions are silent most of the time. */
class LiveTimeTest {
    private static final String PREFIX = "live";
    private static final Duration SOON = Duration.ofMinutes(2);

    @TempDir
    static Path folder;

    private static LiveEngine engine;
    private static Path feed;

    @BeforeAll
    static void start() throws Exception {
        feed = folder.resolve("feed.jsonl");
        Path config = LiveSettings.write(folder.resolve("config"), PREFIX);
        engine = LiveEngine.start(config, folder.resolve("run"), new LiveInput("helpdesk", Optional.of(feed)));
    }

    @AfterAll
    static void stop() throws Exception {
        engine.close();
    }

    @Test
    void a_promise_is_broken_when_it_is_due_though_nothing_else_comes_in() throws Exception {
        Instant createdAt = now();
        append(LiveSettings.ticketCreated("unanswered", createdAt));

        SlaEvent breach = await().atMost(SOON)
                .until(breachOf("t-unanswered"), breaches -> breaches.size() == 1)
                .get(0);

        assertThat(breach.getDue()).isEqualTo(createdAt.plus(LiveSettings.FIRST_REPLY));
    }

    @Test
    void a_line_of_a_file_and_a_record_on_a_raw_topic_both_come_out() throws Exception {
        append(LiveSettings.ticketCreated("by-file", now()));
        engine.send("raw.helpdesk", 1, LiveSettings.ticketCreated("by-producer", now()));

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(engine.ticketEvents(PREFIX))
                        .extracting(TicketEvent::getTicket)
                        .contains("t-by-file", "t-by-producer"));
        assertThat(engine.feedback(PREFIX)).extracting(Feedback::getId).contains("by-file", "by-producer");
    }

    @Test
    void a_late_record_is_known_when_the_clock_had_passed_its_time() throws Exception {
        // What follows an unanswered ticket's breach follows a word of the clock.
        append(LiveSettings.ticketCreated("before-the-late-one", now()));
        await().atMost(SOON).until(breachOf("t-before-the-late-one"), breaches -> breaches.size() == 1);
        Instant sent = now();
        engine.send("raw.survey", 0, LiveSettings.answer("late", sent.minusSeconds(3_600)));

        Instant knownAt = await().atMost(SOON).until(() -> knownAt(PREFIX).get("survey/late"), found -> found != null);
        assertThat(knownAt).isBetween(sent.minus(LiveSettings.DISORDER).minusSeconds(3), now());
    }

    @Test
    void reading_the_raw_topics_again_dates_every_record_the_same() throws Exception {
        for (int i = 0; i < 20; i++) {
            append(LiveSettings.ticketCreated("again-" + i, now().minusSeconds(i % 7)));
            engine.send("raw.survey", i % 2, LiveSettings.answer("again-" + i, now().minusSeconds(i % 5)));
            if (i % 5 == 4) {
                // The clock has spoken between what is known by now and what comes next.
                awaitKnown(2 * (i + 1));
            }
        }
        Map<String, Instant> first = knownAt(PREFIX);

        Path config = LiveSettings.write(folder.resolve("again"), "again");
        List<String> kafka =
                List.of("bootstrap.servers=" + engine.kafkaProperties().get("bootstrap.servers"));
        JobArguments arguments = new JobArguments(config, Optional.empty(), true, kafka);
        try (EmbeddedCluster cluster =
                EmbeddedCluster.start(folder.resolve("checkpoints-again"), 2, 1, sentence -> {})) {
            cluster.submit(IntakeJob.NAME, IntakeJob::main, arguments.toArray());
            await().atMost(SOON).until(() -> knownAt("again").keySet().containsAll(first.keySet()));
            cluster.cancelJobs();
        }

        assertThat(knownAt("again")).containsAllEntriesOf(first);
    }

    private static void awaitKnown(int records) {
        await().atMost(SOON)
                .until(() -> knownAt(PREFIX).keySet().stream()
                                .filter(id -> id.contains("again-"))
                                .count()
                        == records);
    }

    private static Map<String, Instant> knownAt(String prefix) {
        return engine.feedback(prefix).stream()
                .collect(Collectors.toMap(
                        feedback -> feedback.getChannel() + "/" + feedback.getId(), Feedback::getKnownAt));
    }

    private static Callable<List<SlaEvent>> breachOf(String ticket) {
        return () -> engine.slaEvents(PREFIX).stream()
                .filter(event -> event.getTicket().equals(ticket))
                .filter(event -> event.getEvent().equals("breach"))
                .toList();
    }

    private static void append(String line) throws Exception {
        Files.writeString(feed, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
