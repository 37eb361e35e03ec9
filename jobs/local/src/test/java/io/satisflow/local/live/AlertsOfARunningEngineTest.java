package io.satisflow.local.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.satisflow.local.cli.CommandLineRun;
import io.satisflow.local.live.input.LiveInput;
import io.satisflow.wire.Notification;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Alerts of a live run, as a team takes them on and silences them from a second terminal. */
class AlertsOfARunningEngineTest {
    private static final String PREFIX = "alerts";
    private static final Duration SOON = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    private Path config;
    private Path feed;
    private Path run;

    @BeforeEach
    void settings() throws Exception {
        config = LiveSettings.write(folder.resolve("config"), PREFIX);
        Files.writeString(
                config,
                "alerts: {intervals: {group_wait: 1s, group_interval: 1s, repeat_interval: never}}\n",
                StandardOpenOption.APPEND);
        feed = Files.createFile(folder.resolve("feed.jsonl"));
        run = folder.resolve("run");
    }

    @Test
    void alerts_are_listed_taken_on_silenced_and_told_when_the_silence_is_ended() throws Exception {
        try (LiveEngine engine = LiveEngine.start(config, run, new LiveInput("helpdesk", Optional.of(feed)))) {
            openTicket("late");
            String first = await().atMost(SOON).until(() -> listed("t-late"), line -> line.contains("firing"));
            String id = first.substring(0, 12);
            assertThat(alerts("show", id).out()).contains("sla breach", "t-late", "label clock", "first_reply");

            assertThat(alerts("ack", id, "--author", "Ana", "--comment", "calls back")
                            .out())
                    .contains("is taken on by Ana");
            assertThat(listed("t-late")).contains("[taken on by Ana]");
            assertThat(alerts("show", id).out()).contains("calls back");
            assertThat(alerts("list", "--taken-on-for", "24h").out()).isEmpty();

            String silence = alerts(
                            "silence", "add", "--match", "rule=sla breach", "--for", "1h", "--comment", "depot moves")
                    .out()
                    .strip();
            assertThat(alerts("silence", "list").out()).contains(silence, "holds", "rule=sla breach", "depot moves");
            openTicket("silent");
            await().atMost(SOON).until(() -> listed("t-silent"), line -> line.contains("[silenced until"));
            assertThat(tellings(engine, "t-silent")).isEmpty();

            assertThat(alerts("silence", "expire", silence.substring(0, 10)).out())
                    .contains("ends at");
            await().atMost(SOON).until(() -> tellings(engine, "t-silent"), told -> told.contains("silence_ended"));
            assertThat(listed("t-silent")).doesNotContain("silenced");
            assertThat(alerts("silence", "list").out()).isEmpty();
        }
        assertThat(alerts("list").err()).contains("no run is going on there");
    }

    private void openTicket(String id) throws Exception {
        Instant at = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Files.writeString(feed, LiveSettings.ticketCreated(id, at) + "\n", StandardOpenOption.APPEND);
    }

    /** The line of the ticket's alert; empty while there is none. */
    private String listed(String ticket) {
        CommandLineRun list = alerts("list", "--state", "firing");
        assertThat(list.exitCode()).as(list.err()).isZero();
        return list.out()
                .lines()
                .filter(line -> line.contains(ticket))
                .findFirst()
                .orElse("");
    }

    /** The reasons of the notices that show the ticket. */
    private static List<String> tellings(LiveEngine engine, String ticket) {
        return engine.notifications(PREFIX).stream()
                .filter(notice -> notice.getAlerts().stream()
                        .anyMatch(alert -> alert.getKey().contains(ticket)))
                .map(Notification::getReason)
                .toList();
    }

    private CommandLineRun alerts(String... words) {
        List<String> line = new ArrayList<>(List.of("alerts"));
        line.addAll(List.of(words));
        Stream.of("--dir", run.toString(), "--config", config.toString()).forEach(line::add);
        return CommandLineRun.of(line.toArray());
    }
}
