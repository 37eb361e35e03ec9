package io.satisflow.local.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.satisflow.local.cli.CommandLineRun;
import io.satisflow.wire.Feedback;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code dead-letters}: what a mapping refused, looked at, and sent once more after the mapping was mended. */
class MendedMappingTest {
    private static final String TOPIC = "raw.answers";
    private static final Duration SOON = Duration.ofMinutes(3);
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String MAPPING = """
            channel: answers
            kind: survey
            id: /id
            occurred_at: {pointer: /at, format: %s}
            text: /text
            """;

    @TempDir
    Path folder;

    @Test
    void what_was_refused_is_listed_and_shown_and_goes_through_once_when_the_mapping_is_mended() throws Exception {
        Path config = LiveSettings.write(folder.resolve("config"), "mended");
        Files.writeString(
                config,
                Files.readString(config)
                        .replace("calendars:", "  - {mapping: answers.yaml, topic: %s}\ncalendars:".formatted(TOPIC)));
        map("epoch_seconds");
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        try (LiveEngine engine = LiveEngine.start(config, folder.resolve("run"))) {
            engine.send(TOPIC, 0, answer("taken", String.valueOf(now.getEpochSecond()), "fine"));
            engine.send(TOPIC, 0, answer("refused", "\"%s\"".formatted(now), "write to ann@example.com"));
            engine.send(TOPIC, 0, "{\"id\": \"broken");
            await().atMost(SOON).until(() -> list(config).size() == 2);

            JsonNode letter = list(config, "--reason", "bad_time").get(0);
            assertThat(letter.get("channel").asText()).isEqualTo("answers");
            assertThat(letter.get("whole").asBoolean()).isTrue();
            assertThat(letter.get("retried").asBoolean()).isFalse();
            CommandLineRun shown = run(config, "show", letter.get("place").asText());
            assertThat(shown.out()).contains("bad_time", "write to").doesNotContain("ann@example.com");

            CommandLineRun tooEarly = run(config, "retry");
            assertThat(tooEarly.exitCode()).isEqualTo(1);
            assertThat(tooEarly.out()).contains("0 sent once more").contains("2 still refused");
        }

        map("[epoch_seconds, iso]");
        try (LiveEngine engine = LiveEngine.start(config, folder.resolve("run"))) {
            assertThat(run(config, "retry", "--dry-run").out()).contains("1 would be sent");
            CommandLineRun retried = run(config, "retry");
            assertThat(retried.out()).contains("1 sent once more").contains("1 still refused");
            assertThat(retried.err()).contains(TOPIC + "-0-").contains("invalid_json");

            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(engine.feedback("mended"))
                            .extracting(Feedback::getId)
                            .containsExactlyInAnyOrder("taken", "refused"));
            CommandLineRun again = run(config, "retry", "--reason", "bad_time");
            assertThat(again.exitCode()).as(again.err()).isZero();
            assertThat(again.out()).contains("0 sent once more, 1 had been sent before");
            assertThat(list(config, "--reason", "bad_time")
                            .get(0)
                            .get("retried")
                            .asBoolean())
                    .isTrue();
        }
    }

    private void map(String format) throws IOException {
        Files.writeString(folder.resolve("config/answers.yaml"), MAPPING.formatted(format));
    }

    private static String answer(String id, String at, String text) {
        return "{\"id\": \"%s\", \"at\": %s, \"text\": \"%s\"}".formatted(id, at, text);
    }

    private List<JsonNode> list(Path config, String... more) {
        String[] words = new String[more.length + 1];
        words[0] = "list";
        System.arraycopy(more, 0, words, 1, more.length);
        CommandLineRun listed = run(config, words);
        assertThat(listed.exitCode()).as(listed.err()).isZero();
        return listed.out().lines().map(MendedMappingTest::parse).toList();
    }

    private CommandLineRun run(Path config, String... words) {
        Object[] arguments = new Object[words.length + 5];
        arguments[0] = "dead-letters";
        System.arraycopy(words, 0, arguments, 1, words.length);
        arguments[words.length + 1] = "--dir";
        arguments[words.length + 2] = folder.resolve("run");
        arguments[words.length + 3] = "--config";
        arguments[words.length + 4] = config;
        return CommandLineRun.of(arguments);
    }

    private static JsonNode parse(String line) {
        try {
            return MAPPER.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
