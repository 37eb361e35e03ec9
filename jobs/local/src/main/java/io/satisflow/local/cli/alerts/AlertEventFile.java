package io.satisflow.local.cli.alerts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.satisflow.alerts.control.ControlKind;
import io.satisflow.alerts.replay.RecordedAlert;
import io.satisflow.alerts.replay.RecordedWord;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Recorded alerts, one JSON object a line. */
final class AlertEventFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<RecordedAlert> alerts = new ArrayList<>();
    private final List<RecordedWord> words = new ArrayList<>();
    private int unreadable;

    /** @param note told of each line that cannot be read */
    static AlertEventFile read(Path file, Consumer<String> note) throws IOException {
        AlertEventFile read = new AlertEventFile();
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    read.add(line, file + ":" + number, note);
                }
            }
        }
        return read;
    }

    private void add(String line, String place, Consumer<String> note) {
        try {
            JsonNode node = JSON.readTree(line.replace("\uFEFF", ""));
            if (node.has("kind")) {
                words.add(word(node));
            } else {
                alerts.add(alert(node));
            }
        } catch (JsonProcessingException e) {
            unreadable++;
            note.accept("%s: is no JSON object: %s".formatted(place, e.getOriginalMessage()));
        } catch (IllegalArgumentException e) {
            unreadable++;
            note.accept("%s: %s".formatted(place, e.getMessage()));
        }
    }

    private static RecordedWord word(JsonNode node) {
        String name = node.path("kind").asText();
        ControlKind kind = Arrays.stream(ControlKind.values())
                .filter(known -> known.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("kind is silence, expire or ack, but was \"%s\"".formatted(name)));
        Map<String, String> labels = texts(node.path("labels"));
        String id = node.path("id").asText("");
        if (kind == ControlKind.EXPIRE ? id.isEmpty() : labels.isEmpty()) {
            throw new IllegalArgumentException(
                    "%s needs %s".formatted(name, kind == ControlKind.EXPIRE ? "the id of the silence" : "labels"));
        }
        return new RecordedWord(
                required(node),
                kind,
                id.isEmpty() ? labels.toString() : id,
                labels,
                instant(node, "startsAt"),
                instant(node, "endsAt"));
    }

    private static Instant required(JsonNode node) {
        Instant at = instant(node, "at");
        if (at == null) {
            throw new IllegalArgumentException("has no \"at\"; write when it was, such as 2026-03-02T09:00:00Z");
        }
        return at;
    }

    private static RecordedAlert alert(JsonNode node) {
        Instant at = required(node);
        String state = node.path("state").asText("");
        if (!state.equals("firing") && !state.equals("resolved")) {
            throw new IllegalArgumentException("state is firing or resolved, but was \"%s\"".formatted(state));
        }
        if (!node.path("labels").isObject()) {
            throw new IllegalArgumentException(
                    "has no \"labels\"; write which alert it is, such as {\"rule\":\"nps falls\"}");
        }
        return new RecordedAlert(
                at,
                texts(node.path("labels")),
                texts(node.path("annotations")),
                state.equals("firing"),
                instant(node, "startsAt"),
                instant(node, "endsAt"));
    }

    private static Map<String, String> texts(JsonNode node) {
        Map<String, String> texts = new TreeMap<>();
        node.fields()
                .forEachRemaining(
                        field -> texts.put(field.getKey(), field.getValue().asText()));
        return texts;
    }

    private static @Nullable Instant instant(JsonNode node, String name) {
        String text = node.path(name).asText("");
        if (text.isEmpty()) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "\"%s\" of \"%s\" is no time with its offset, such as 2026-03-02T09:00:00Z".formatted(name, text),
                    e);
        }
    }

    List<RecordedAlert> alerts() {
        return alerts;
    }

    List<RecordedWord> words() {
        return words;
    }

    int unreadable() {
        return unreadable;
    }
}
