package io.satisflow.local.cli.alerts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.satisflow.hook.content.Message;
import io.satisflow.hook.content.MessageAlert;
import io.satisflow.local.cli.option.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The {@code notifications.jsonl} of a replay, as the messages that receivers would have had. */
final class NotificationFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private NotificationFile() {}

    /** @throws UsageException that names the line that is no notification */
    static List<Message> read(Path file, String externalUrl) throws IOException {
        List<Message> messages = new ArrayList<>();
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            if (!line.isBlank()) {
                messages.add(message(file, number, line, externalUrl));
            }
        }
        return messages;
    }

    private static Message message(Path file, int number, String line, String externalUrl) {
        try {
            JsonNode tree = JSON.readTree(line);
            List<MessageAlert> alerts = new ArrayList<>();
            tree.withArray("alerts").forEach(alert -> alerts.add(alert(alert)));
            return new Message(
                    tree.required("id").asText(),
                    Message.Kind.ALERT,
                    Instant.parse(tree.required("at").asText()),
                    tree.required("receiver").asText(),
                    texts(tree.path("group")),
                    tree.path("reason").asText(),
                    tree.path("language").asText("en"),
                    tree.path("title").asText(),
                    alerts,
                    tree.path("truncated").asInt(),
                    counts(tree.path("counts")),
                    externalUrl,
                    null);
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeException e) {
            throw new UsageException("%s:%d: this is no notification; give topics/notifications.jsonl of a replay"
                    .formatted(file, number));
        }
    }

    private static MessageAlert alert(JsonNode tree) {
        return new MessageAlert(
                tree.required("id").asText(),
                tree.required("rule").asText(),
                tree.path("key").asText(),
                tree.path("state").asText(),
                Instant.parse(tree.required("since").asText()),
                tree.path("ended_at").isTextual()
                        ? Instant.parse(tree.path("ended_at").asText())
                        : null,
                tree.path("severity").asText(),
                texts(tree.path("labels")),
                texts(tree.path("annotations")));
    }

    private static Map<String, Integer> counts(JsonNode tree) {
        Map<String, Integer> counts = new TreeMap<>();
        tree.fields()
                .forEachRemaining(
                        entry -> counts.put(entry.getKey(), entry.getValue().asInt()));
        return counts;
    }

    private static Map<String, String> texts(JsonNode tree) {
        Map<String, String> texts = new TreeMap<>();
        tree.fields()
                .forEachRemaining(
                        entry -> texts.put(entry.getKey(), entry.getValue().asText()));
        return texts;
    }
}
