package io.satisflow.local.bench.latency;

import io.satisflow.local.cli.option.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The shipped settings, with a promise of seconds and one receiver. Each ticket has a team, and so a group of alerts, of its
 * own, which is told of its breach soon after it was warned: longer than worse news of a group that was told waits.
 */
final class LatencySettings {
    static final Duration PROMISE = Duration.ofSeconds(16);
    static final Duration WARNED_BEFORE = Duration.ofSeconds(8);
    static final String TICKETS = "raw.helpdesk";
    static final String ANSWERS = "raw.survey";
    static final String PREFIX = "latency";

    private LatencySettings() {}

    /** @param receiver address of who is told */
    static Path write(Path folder, String receiver, @Nullable String disorder) throws IOException {
        Path presets = Installation.presets().toAbsolutePath();
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve("policies.yaml"), """
                policies:
                  - name: desk
                    calendar: always
                    targets: {first_reply: {target: %ds, time: wall, warn: [%ds]}}
                """.formatted(PROMISE.toSeconds(), WARNED_BEFORE.toSeconds()));
        return Files.writeString(folder.resolve("satisflow.yaml"), """
                topics: {prefix: %s}
                %schannels:
                  - {mapping: "%s/helpdesk.yaml", topic: %s}
                  - {mapping: "%s/survey.yaml", topic: %s}
                calendars: "%s"
                policies: policies.yaml
                alerts:
                  receivers:
                    - {name: stopwatch, rate: 1000/1s, webhook: {url: "%s", allow_http: true, allow_private: true}}
                """.formatted(
                        PREFIX,
                        disorder == null ? "" : "intake: {disorder: %s}%n".formatted(disorder),
                        presets,
                        TICKETS,
                        presets,
                        ANSWERS,
                        presets.resolveSibling("calendars"),
                        receiver));
    }
}
