package io.satisflow.local.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.satisflow.local.chaos.live.Disk;
import io.satisflow.local.topics.CommittedRecords;
import io.satisflow.wire.Feedback;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveProcessTest {
    private static final Duration SOON = Duration.ofMinutes(2);
    private static final int BATCH = 100;

    @TempDir
    Path folder;

    private Path config;
    private Path feed;
    private Path run;
    private int written;

    @BeforeEach
    void settings() throws Exception {
        config = LiveSettings.write(folder.resolve("config"), "live");
        feed = folder.resolve("feed.jsonl");
        run = folder.resolve("run");
    }

    @Test
    void each_line_counts_once_through_a_kill_a_rotation_while_nobody_listened_a_full_disk_and_a_stop()
            throws Exception {
        try (Disk disk = Disk.in(folder.resolve("disk"))) {
            assertThat(disk.canBeFull()).as("by mount or prlimit").isTrue();
            run = disk.folder().resolve("run");
            eachLineCountsOnce(disk);
        }
    }

    private void eachLineCountsOnce(Disk disk) throws Exception {
        appendBatch();
        LiveProcess killed = start("1").awaitRunning();
        appendBatch();
        await().atMost(SOON).until(() -> ids(killed).size() > BATCH);
        appendBatch();
        killed.kill();
        appendBatch();
        Files.move(feed, folder.resolve("feed.jsonl.1"));
        appendBatch();

        LiveProcess crowded = start("2").awaitRunning();
        disk.fill(crowded.pid());
        appendBatch();
        assertThat(crowded.awaitEnd()).as(crowded.said()).isEqualTo(1);
        assertThat(crowded.said())
                .contains("Going on where the last run in this directory stopped.")
                .containsOnlyOnce("The disk is full")
                .contains("give the same command again");
        appendBatch();
        disk.makeRoom();

        LiveProcess last = start("3").awaitRunning();
        List<String> all =
                IntStream.range(0, written).mapToObj(i -> "line-" + i).toList();
        await().atMost(SOON).untilAsserted(() -> assertThat(ids(last)).containsExactlyInAnyOrderElementsOf(all));
        assertThat(last.stop()).isZero();
        assertThat(last.said()).contains("Stopping");
    }

    @Test
    void standard_input_is_read_to_its_end_and_the_engine_goes_on() throws Exception {
        LiveProcess process = LiveProcess.start(
                folder.resolve("said"),
                "--config",
                config,
                "--dir",
                run,
                "--input",
                "survey=-",
                "--input",
                "helpdesk=" + feed);
        process.awaitRunning();
        process.type(LiveSettings.answer("typed", Instant.now()));
        process.endOfInput();
        await().atMost(SOON).until(() -> ids(process).contains("typed"));
        appendBatch();

        await().atMost(SOON).until(() -> ids(process).size() == BATCH + 1);
        assertThat(process.said()).contains("standard input for channel survey has ended");
        process.kill();
    }

    private LiveProcess start(String name) throws Exception {
        return LiveProcess.start(
                folder.resolve("said-" + name), "--config", config, "--dir", run, "--input", "helpdesk=" + feed);
    }

    private void appendBatch() throws Exception {
        List<String> lines = Stream.generate(() -> LiveSettings.ticketCreated("line-" + written++, Instant.now()))
                .limit(BATCH)
                .toList();
        Files.write(feed, lines, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static List<String> ids(LiveProcess process) {
        List<String> ids = new ArrayList<>();
        new CommittedRecords(Map.of("bootstrap.servers", process.broker()))
                .forEach("live.feedback.v1", Feedback.class, (key, feedback) -> ids.add(feedback.getId()));
        return ids;
    }
}
