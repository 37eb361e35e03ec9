package io.satisflow.local.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.satisflow.local.live.input.LiveInput;
import io.satisflow.wire.SlaEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LiveBacklogTest {
    private static final String PREFIX = "live";
    private static final Duration SOON = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    @Test
    void a_reply_that_was_written_while_nobody_listened_is_in_time() throws Exception {
        Path feed = folder.resolve("feed.jsonl");
        Path config = LiveSettings.write(folder.resolve("config"), PREFIX);
        LiveInput input = new LiveInput("helpdesk", Optional.of(feed));
        Instant createdAt;
        try (LiveEngine before = LiveEngine.start(config, folder.resolve("run"), input)) {
            createdAt = Instant.now().truncatedTo(ChronoUnit.MILLIS);
            append(feed, LiveSettings.ticketCreated("1", createdAt));
            await().atMost(SOON).until(() -> !before.ticketEvents(PREFIX).isEmpty());
        }
        append(feed, LiveSettings.agentReply("2", "t-1", createdAt.plusSeconds(2)));
        Instant passed = createdAt.plus(LiveSettings.FIRST_REPLY).plus(LiveSettings.DISORDER);
        await("the time of the promise to be over")
                .atMost(SOON)
                .until(() -> Instant.now().isAfter(passed));

        try (LiveEngine after = LiveEngine.start(config, folder.resolve("run"), input)) {
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(after.slaEvents(PREFIX))
                            .extracting(SlaEvent::getEvent)
                            .containsExactly("activate", "fulfil"));
        }
    }

    private static void append(Path feed, String line) throws Exception {
        Files.writeString(feed, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
