package io.satisflow.local.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.satisflow.flink.io.Topic;
import io.satisflow.flink.io.TopicNames;
import io.satisflow.local.topics.CommittedRecords;
import io.satisflow.wire.SlaEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to a run that nobody watches: it sleeps, is killed, moved, damaged, and started again under other settings. */
class RestartWithOtherSettingsTest {
    private static final String PREFIX = "live";
    private static final String CHECKPOINT = "chk-";
    private static final Duration SOON = Duration.ofMinutes(3);
    /** Long enough for a slow machine to have told of the ticket before. */
    private static final Duration PROMISE = Duration.ofSeconds(15);
    /** Longer than the promise and the disorder together. */
    private static final Duration SLEEP = PROMISE.plusSeconds(5);

    @TempDir
    Path folder;

    private Path config;
    private Path feed;

    @BeforeEach
    void settings() throws Exception {
        config = LiveSettings.write(folder.resolve("config"), PREFIX);
        add("alerts: {rules: [{name: broken, on: ticket, events: [breach]}]}\n");
        Path policies = folder.resolve("config/policies.yaml");
        Files.writeString(policies, Files.readString(policies).replace("3s", PROMISE.toSeconds() + "s"));
        feed = folder.resolve("feed.jsonl");
    }

    @Test
    void it_goes_on_and_says_what_has_become_of_what_it_had_in_hand() throws Exception {
        LiveProcess first = start("first", folder.resolve("run"));
        Promised promised = promised(first);

        first.pause();
        append(LiveSettings.agentReply(
                "reply", promised.ticket(), promised.createdAt().plusSeconds(2)));
        await().atMost(SOON).until(() -> now().isAfter(promised.createdAt().plus(SLEEP)));
        first.goOn();
        await().atMost(SOON).until(() -> events(first, promised.ticket()).size() > 1);
        assertThat(events(first, promised.ticket()))
                .as("the reply that came while the machine slept is read before time goes on")
                .containsExactly("activate", "fulfil");

        first.kill();
        List<Path> workedIn = entries(folder.resolve("run/work"));
        Path moved = Files.move(folder.resolve("run"), folder.resolve("moved here"));
        tearNewestCheckpoint(moved.resolve("checkpoints/engine"));
        ageCheckpoints(moved.resolve("checkpoints/intake"));
        edit("  - {mapping: \"", "/channels/survey.yaml\", topic: raw.survey}", "");
        edit("name: broken", "", "name: broken promise");

        LiveProcess second = start("second", moved);
        assertThat(second.said())
                .contains("Going on where the last run in this directory stopped.")
                .contains("The newest checkpoint of job engine is damaged", "It goes on from the one before")
                .contains("Job intake goes on after 8d", "may be missing in its topics")
                .contains("Channel survey does not read topic raw.survey any more")
                .contains("Rule \"broken\" is not in the settings any more");
        assertThat(workedIn).isNotEmpty();
        assertThat(entries(moved.resolve("work"))).doesNotContainAnyElementsOf(renamed(workedIn, moved));
        append(LiveSettings.ticketCreated("unanswered", now()));
        await().atMost(SOON).until(() -> events(second, "t-unanswered").contains("breach"));
        second.kill();
    }

    private record Promised(String ticket, Instant createdAt) {}

    /** A ticket that is promised an answer, and of which half of the promise is left: a slow machine takes another one. */
    private Promised promised(LiveProcess process) throws Exception {
        for (int attempt = 1; ; attempt++) {
            Promised promised = new Promised("t-answered-" + attempt, now());
            append(LiveSettings.ticketCreated("answered-" + attempt, promised.createdAt()));
            await().atMost(SOON).until(() -> events(process, promised.ticket()).contains("activate"));
            if (now().isBefore(promised.createdAt().plus(PROMISE.dividedBy(2)))) {
                return promised;
            }
        }
    }

    private LiveProcess start(String name, Path directory) throws Exception {
        return LiveProcess.start(
                        folder.resolve("said-" + name),
                        "--config",
                        config,
                        "--dir",
                        directory,
                        "--no-wall",
                        "--input",
                        "helpdesk=" + feed)
                .awaitRunning();
    }

    private void add(String more) throws IOException {
        Files.writeString(config, more, StandardOpenOption.APPEND);
    }

    /** Puts something else in place of the line, or the part of it, from one text to another. */
    private void edit(String from, String to, String instead) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line : Files.readAllLines(config)) {
            boolean isIt = line.contains(from) && line.contains(to);
            if (isIt && !instead.isEmpty()) {
                lines.add(line.replace(from, instead));
            } else if (!isIt) {
                lines.add(line);
            }
        }
        Files.write(config, lines);
    }

    /** As a machine does that loses power while it writes. */
    private static void tearNewestCheckpoint(Path job) throws IOException {
        try (Stream<Path> files = Files.walk(job)) {
            Path newest = files.filter(file -> name(file).startsWith(CHECKPOINT))
                    .filter(folder -> Files.exists(folder.resolve("_metadata")))
                    .max(Comparator.comparingLong(
                            folder -> Long.parseLong(name(folder).substring(CHECKPOINT.length()))))
                    .orElseThrow();
            byte[] whole = Files.readAllBytes(newest.resolve("_metadata"));
            Files.write(newest.resolve("_metadata"), Arrays.copyOf(whole, whole.length / 2));
        }
    }

    /** As if nobody had started it again for longer than the broker keeps what is not committed. */
    private static void ageCheckpoints(Path job) throws IOException {
        FileTime before = FileTime.from(Instant.now().minus(Duration.ofDays(8)));
        try (Stream<Path> files = Files.walk(job)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.setLastModifiedTime(file, before);
            }
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static List<Path> entries(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.toList();
        }
    }

    private static List<Path> renamed(List<Path> paths, Path directory) {
        return paths.stream()
                .map(path -> directory.resolve("work").resolve(path.getFileName()))
                .toList();
    }

    private static List<String> events(LiveProcess process, String ticket) {
        List<String> events = new ArrayList<>();
        new CommittedRecords(Map.of("bootstrap.servers", process.broker()))
                .forEach(new TopicNames(PREFIX).of(Topic.SLA_EVENTS), SlaEvent.class, (key, event) -> {
                    if (event.getTicket().equals(ticket)) {
                        events.add(event.getEvent());
                    }
                });
        return events;
    }

    private void append(String line) throws IOException {
        Files.writeString(feed, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }
}
