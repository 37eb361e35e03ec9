package io.satisflow.local.reference;

import io.satisflow.flink.io.Topic;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.avro.LogicalType;
import org.apache.avro.Schema;

/** A table in Flink SQL for each topic, made of its schema. */
public final class FlinkSqlTables {
    private static final String HEAD = """
            -- A table for each topic in Flink SQL, made of the schemas by `./satisflow topics flink-sql`; a test keeps it so and runs it.
            -- The topics have to be written with a schema registry (docs/topics.md). On the class path of Flink:
            -- flink-connector-kafka and flink-sql-avro-confluent-registry. Instants are in UTC. Every version of a row is there:
            -- keep the latest of each record_key by as_of, or revision. Marks have no value and are passed over.
            """;

    private FlinkSqlTables() {}

    /**
     * Statements, each ended by a semicolon.
     *
     * @param brokers of Kafka
     * @param registry its address
     * @param prefix of the topics
     */
    public static String statements(String brokers, String registry, String prefix) {
        return HEAD
                + Arrays.stream(Topic.values())
                        .map(topic -> "\n" + table(topic, brokers, registry, prefix))
                        .collect(Collectors.joining());
    }

    private static String table(Topic topic, String brokers, String registry, String prefix) {
        String columns = TopicReference.schema(topic).getFields().stream()
                .map(field -> "  `%s` %s".formatted(field.name(), type(field.schema())))
                .collect(Collectors.joining(",\n"));
        return """
                CREATE TABLE %s (
                  `record_key` STRING,
                %s
                ) WITH (
                  'connector' = 'kafka',
                  'topic' = '%s.%s.v1',
                  'properties.bootstrap.servers' = '%s',
                  'properties.isolation.level' = 'read_committed',
                  'scan.startup.mode' = 'earliest-offset',
                  'key.format' = 'raw',
                  'key.fields' = 'record_key',
                  'value.format' = 'avro-confluent',
                  'value.avro-confluent.url' = '%s',
                  'value.fields-include' = 'EXCEPT_KEY'
                );
                """.formatted(name(topic), columns, prefix, topic.shortName(), brokers, registry);
    }

    static String name(Topic topic) {
        return topic.name().toLowerCase(Locale.ROOT);
    }

    private static String type(Schema schema) {
        LogicalType logical = schema.getLogicalType();
        if (logical != null && logical.getName().equals("timestamp-millis")) {
            return "TIMESTAMP(3)";
        }
        return switch (schema.getType()) {
            case STRING -> "STRING";
            case LONG -> "BIGINT";
            case INT -> "INT";
            case DOUBLE -> "DOUBLE";
            case BOOLEAN -> "BOOLEAN";
            case UNION -> type(TopicReference.present(schema));
            case ARRAY -> "ARRAY<%s>".formatted(type(schema.getElementType()));
            case MAP -> "MAP<STRING, %s>".formatted(type(schema.getValueType()));
            case RECORD ->
                schema.getFields().stream()
                        .map(field -> "`%s` %s".formatted(field.name(), type(field.schema())))
                        .collect(Collectors.joining(", ", "ROW<", ">"));
            default -> throw new IllegalStateException("no type of SQL for " + schema);
        };
    }
}
