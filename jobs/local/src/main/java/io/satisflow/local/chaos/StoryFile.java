package io.satisflow.local.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A story of each rule of clocks, told by several tickets each, as a recording with its settings. The tickets of a story are
 * moved in time so that, at one instant, each of them stands at another of its events: whoever is killed around that
 * instant is killed in the middle of each kind of story.
 */
public final class StoryFile {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Instant MIDDLE = Instant.parse("2026-01-05T12:00:00Z");
    private static final int TICKETS_A_STORY = 6;
    private static final int MAILS = 150;
    private static final List<String> SETTINGS = List.of("satisflow.yaml", "policies.yaml", "stories.yaml");

    private StoryFile() {}

    /**
     * What a replay needs.
     *
     * @param rows events of all tickets
     * @param count stories that are told
     */
    public record Place(Path settings, Path mapping, Path recording, int rows, int count) {
        /** Of the command {@code replay}, but for its directory. */
        public List<String> replayArguments() {
            return List.of(
                    "--channel", mapping.toString(), "--file", recording.toString(), "--config", settings.toString());
        }
    }

    /** An event of a story, at its own time. */
    private record Told(Instant at, Instant knownAt, String type, Map<String, String> details) {}

    private record Line(Instant knownAt, String json) {}

    /** @param folder for the recording and its settings */
    public static Place write(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (String name : SETTINGS) {
            Files.writeString(folder.resolve(name), resource(name));
        }
        List<Line> lines = new ArrayList<>();
        int story = 0;
        for (List<Told> events : stories()) {
            story++;
            for (int ticket = 0; ticket < TICKETS_A_STORY; ticket++) {
                add(lines, events, "S%d-%d".formatted(story, ticket + 1), ticket % events.size());
            }
        }
        // The file is in the order of arrival: what is late stands behind what it should have come before.
        lines.sort(Comparator.comparing(Line::knownAt));
        Path recording = folder.resolve("stories.jsonl");
        Files.write(recording, lines.stream().map(Line::json).toList());
        return new Place(
                folder.resolve("satisflow.yaml"), folder.resolve("stories.yaml"), recording, lines.size(), story);
    }

    /** @param middle which of the events is moved to the instant in the middle */
    private static void add(List<Line> lines, List<Told> events, String ticket, int middle) {
        Duration moved = Duration.between(events.get(middle).knownAt(), MIDDLE);
        for (int i = 0; i < events.size(); i++) {
            Told event = events.get(i);
            ObjectNode json = MAPPER.createObjectNode()
                    .put("id", "%s-%d".formatted(ticket, i + 1))
                    .put("ticket", ticket)
                    .put("type", event.type())
                    .put("at", event.at().plus(moved).toString());
            event.details().forEach((name, value) -> json.set(name, value(name, value, moved)));
            lines.add(new Line(event.knownAt().plus(moved), json.toString()));
        }
    }

    private static JsonNode value(String name, String value, Duration moved) {
        return switch (name) {
            case "created_at" ->
                MAPPER.getNodeFactory()
                        .textNode(Instant.parse(value).plus(moved).toString());
            case "tags" -> MAPPER.valueToTree(value.isEmpty() ? List.of() : List.of(value.split(",")));
            default -> MAPPER.getNodeFactory().textNode(value);
        };
    }

    private static List<List<Told>> stories() {
        List<List<Told>> stories = new ArrayList<>();
        resource("stories.txt")
                .lines()
                .filter(line -> !line.startsWith("#"))
                .forEach(line -> stories.add(told(line.substring(line.indexOf('|') + 1))));
        stories.add(mailLoop());
        return stories;
    }

    /** {@code 01-05T09:00 created team=one; ..}, in 2026. */
    private static List<Told> told(String story) {
        List<Told> events = new ArrayList<>();
        for (String event : story.split(";")) {
            String[] words = event.strip().split(" ");
            Map<String, String> details = new TreeMap<>();
            for (int word = 2; word < words.length; word++) {
                String[] detail = words[word].split("=", 2);
                details.put(detail[0], detail[1]);
            }
            Instant at = Instant.parse("2026-" + words[0] + ":00Z");
            String known = details.remove("known_at");
            events.add(new Told(at, known == null ? at : Instant.parse(known), words[1], details));
        }
        return events;
    }

    /** More messages than a log keeps one by one; see rule 10. */
    private static List<Told> mailLoop() {
        Instant created = Instant.parse("2026-01-05T09:00:00Z");
        List<Told> events = new ArrayList<>();
        events.add(new Told(created, created, "created", Map.of()));
        IntStream.rangeClosed(1, MAILS)
                .mapToObj(minute -> created.plus(Duration.ofMinutes(minute)))
                .forEach(at -> events.add(new Told(at, at, "customer_message", Map.of())));
        Instant replied = created.plus(Duration.ofHours(4));
        events.add(new Told(replied, replied, "agent_reply", Map.of()));
        return List.copyOf(events);
    }

    private static String resource(String name) {
        try (InputStream in = StoryFile.class.getResourceAsStream("stories/" + name)) {
            if (in == null) {
                throw new IllegalStateException("The jar lacks stories/" + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
