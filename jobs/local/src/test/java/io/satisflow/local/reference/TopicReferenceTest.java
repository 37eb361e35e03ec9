package io.satisflow.local.reference;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.satisflow.flink.io.Topic;
import io.satisflow.local.cli.CommandLineRun;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TopicReferenceTest {

    @Test
    void thePageIsWhatTheSchemasSay() throws IOException {
        assertThat(Files.readString(CommandLineRun.HOME.resolve("docs/topics.md")))
                .as("./satisflow topics reference > docs/topics.md")
                .isEqualTo(TopicReference.page());
    }

    @ParameterizedTest
    @EnumSource(Topic.class)
    void everyTopicHasItsPurposeAndAnExampleOfItsOwnFields(Topic topic) {
        JsonNode told = TopicReference.topics().path(topic.shortName());

        assertThat(told.path("purpose").asText()).isNotBlank();
        assertThat(told.path("key").asText()).isNotBlank();
        assertRecord(TopicReference.schema(topic), told.path("example"));
    }

    private static void assertRecord(Schema schema, JsonNode record) {
        assertThat(record.isObject()).as(schema.getName()).isTrue();
        Map<String, Schema.Field> fields =
                schema.getFields().stream().collect(Collectors.toMap(Schema.Field::name, field -> field));
        for (Schema.Field field : schema.getFields()) {
            // The fields of a feedback stand beside what its text says, an event's details beside its other fields.
            if (field.name().equals("feedback")) {
                field.schema().getFields().forEach(inner -> fields.put(inner.name(), inner));
            } else if (!field.hasDefaultValue()) {
                assertThat(record.has(field.name()))
                        .as("%s.%s", schema.getName(), field.name())
                        .isTrue();
            }
        }
        if (!fields.containsKey("details")) {
            Set<String> named =
                    record.properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet());
            assertThat(fields.keySet()).as(schema.getName()).containsAll(named);
        }
        record.properties().forEach(one -> {
            Schema.Field field = fields.get(one.getKey());
            if (field != null) {
                assertValue(field.schema(), one.getValue());
            }
        });
    }

    private static void assertValue(Schema schema, JsonNode value) {
        switch (schema.getType()) {
            case UNION -> assertValue(schema.getTypes().get(schema.getTypes().size() - 1), value);
            case RECORD -> assertRecord(schema, value);
            case ARRAY -> value.forEach(item -> assertValue(schema.getElementType(), item));
            case MAP -> value.forEach(item -> assertValue(schema.getValueType(), item));
            case STRING -> assertThat(value.isTextual()).as("%s", value).isTrue();
            case LONG ->
                assertThat(schema.getLogicalType() == null ? value.isNumber() : value.isTextual())
                        .as("%s", value)
                        .isTrue();
            default -> assertThat(value.isMissingNode()).isFalse();
        }
    }
}
