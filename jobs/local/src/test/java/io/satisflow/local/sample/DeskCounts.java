package io.satisflow.local.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Answers and tickets by segment, counted with a loop over the records of the made-up help desk. */
final class DeskCounts {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Map<String, Integer>> counts = new TreeMap<>();
    private final Map<String, JsonNode> created = new LinkedHashMap<>();
    private final Map<String, String> agents = new TreeMap<>();

    private DeskCounts() {}

    /** By segment as rows have it, such as {@code {"team":"billing"}}: {@code csat} answers and {@code tickets}, where there are both. */
    static Map<String, Map<String, Integer>> bySegment(Path desk) {
        DeskCounts counts = new DeskCounts();
        try {
            for (String line : Files.readAllLines(desk)) {
                counts.read(JSON.readTree(line));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        counts.created.forEach(counts::ticket);
        counts.counts.values().removeIf(each -> each.size() < 2);
        return counts.counts;
    }

    private void read(JsonNode record) {
        String ticket = record.at("/ticket/id").asText();
        String agent = record.at("/ticket/agent").asText();
        if (!agent.isEmpty()) {
            agents.put(ticket, agent);
        }
        switch (record.get("type").asText()) {
            case "ticket.created" -> created.put(ticket, record);
            case "ticket.merged" -> created.remove(ticket);
            default -> {
                if (record.at("/answers").has("csat")) {
                    count("csat", record, agent);
                }
            }
        }
    }

    private void ticket(String ticket, JsonNode record) {
        count("tickets", record, agents.getOrDefault(ticket, ""));
    }

    private void count(String what, JsonNode record, String agent) {
        add(what, "team", record.at("/ticket/team").asText());
        add(what, "attributes.agent", agent);
        add(what, "attributes.tier", record.at("/tier").asText());
        add(what, "product", record.at("/product").asText());
        counts.computeIfAbsent("{}", any -> new TreeMap<>()).merge(what, 1, Integer::sum);
    }

    private void add(String what, String dimension, String value) {
        if (!value.isEmpty()) {
            String segment = JSON.createObjectNode().put(dimension, value).toString();
            counts.computeIfAbsent(segment, any -> new TreeMap<>()).merge(what, 1, Integer::sum);
        }
    }
}
