package io.satisflow.local.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.satisflow.flink.io.Topic;
import io.satisflow.local.topics.TopicRecordType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.avro.LogicalType;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;

/** The contract for readers of the topics: a section for each, its fields as the schema has them, and an example. */
public final class TopicReference {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private TopicReference() {}

    /** The whole page, as Markdown. */
    public static String page() {
        JsonNode topics = topics();
        String sections = Arrays.stream(Topic.values())
                .map(topic -> section(topic, topics.path(topic.shortName())))
                .collect(Collectors.joining("\n"));
        return text("topics.md") + "\n" + sections;
    }

    /** What the schemas do not say: purpose, key, what to know, and an example, by the topic's short name. */
    static JsonNode topics() {
        try {
            return MAPPER.readTree(text("topics.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String section(Topic topic, JsonNode told) {
        Schema schema = schema(topic);
        StringBuilder section = new StringBuilder();
        section.append("## ").append(topic.shortName()).append("\n\n");
        section.append(told.path("purpose").asText()).append("\n\n");
        section.append("- Record: `")
                .append(schema.getFullName())
                .append("`. ")
                .append(schema.getDoc())
                .append('\n');
        section.append("- Key: ").append(told.path("key").asText()).append('\n');
        section.append("- Kept: ")
                .append(
                        topic.isCompacted()
                                ? "compacted, the last record of each key; begin at the beginning to know how things stand."
                                : "for as long as the topic's retention says; `run --keep` sets it, a replay keeps everything.")
                .append('\n');
        section.append("- To know: ").append(told.path("know").asText()).append("\n\n");
        section.append("| field | type | meaning |\n|---|---|---|\n");
        fields(schema, "", section);
        section.append("\n```json\n").append(told.path("example")).append("\n```\n");
        return section.toString();
    }

    static Schema schema(Topic topic) {
        return SpecificData.get().getSchema(TopicRecordType.of(topic).orElseThrow());
    }

    private static void fields(Schema record, String prefix, StringBuilder out) {
        for (Schema.Field field : record.getFields()) {
            String path = prefix + field.name();
            out.append("| `%s` | %s | %s |%n"
                    .formatted(
                            path,
                            type(field.schema()),
                            Optional.ofNullable(field.doc()).orElse(""))
                    .replace(System.lineSeparator(), "\n"));
            inner(field.schema()).ifPresent(within -> fields(within.record(), path + within.between(), out));
        }
    }

    /** @param between what stands between the field and those within */
    private record Within(Schema record, String between) {}

    private static Optional<Within> inner(Schema schema) {
        return switch (schema.getType()) {
            case RECORD -> Optional.of(new Within(schema, "."));
            case ARRAY -> inner(schema.getElementType()).map(within -> new Within(within.record(), "[]."));
            case MAP -> inner(schema.getValueType()).map(within -> new Within(within.record(), ".*."));
            case UNION -> inner(present(schema));
            default -> Optional.empty();
        };
    }

    static Schema present(Schema union) {
        return union.getTypes().stream()
                .filter(one -> one.getType() != Schema.Type.NULL)
                .findFirst()
                .orElseThrow();
    }

    private static String type(Schema schema) {
        LogicalType logical = schema.getLogicalType();
        if (logical != null) {
            return logical.getName().equals("timestamp-millis") ? "instant (ms since 1970, UTC)" : logical.getName();
        }
        return switch (schema.getType()) {
            case UNION -> type(present(schema)) + ", or null";
            case ARRAY -> "list of " + type(schema.getElementType());
            case MAP -> "map of " + type(schema.getValueType());
            case RECORD -> schema.getName();
            default -> schema.getType().getName();
        };
    }

    private static String text(String name) {
        try (InputStream in = Objects.requireNonNull(TopicReference.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
