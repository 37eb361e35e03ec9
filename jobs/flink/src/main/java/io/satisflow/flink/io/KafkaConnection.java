package io.satisflow.flink.io;

import io.satisflow.flink.io.registry.SchemaRegistry;
import java.io.Serializable;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecordBase;

/**
 * Where the topics are and what they are called.
 *
 * @param properties of every Kafka client, {@code bootstrap.servers} and security among them
 */
public record KafkaConnection(Map<String, String> properties, TopicNames names) implements Serializable {

    /** The longest that a written but uncommitted transaction may wait for its job to come back. */
    private static final String DEFAULT_TRANSACTION_TIMEOUT_MILLIS = "900000";

    public KafkaConnection {
        properties = new TreeMap<>(properties);
        if (!properties.containsKey("bootstrap.servers")) {
            throw new IllegalArgumentException(
                    "kafka.properties: bootstrap.servers is missing; add the brokers, such as"
                            + " bootstrap.servers: \"127.0.0.1:9092\"");
        }
    }

    /** How long brokers keep what a job has written and not committed. */
    public Duration transactionTimeout() {
        return Duration.ofMillis(
                Long.parseLong(properties.getOrDefault("transaction.timeout.ms", DEFAULT_TRANSACTION_TIMEOUT_MILLIS)));
    }

    Properties clientProperties() {
        Properties client = new Properties();
        client.putAll(properties);
        client.remove("transaction.timeout.ms");
        SchemaRegistry.removeFrom(client);
        return client;
    }

    /** How records of that type are read from any topic: each says by which schema it was written. */
    public <T extends SpecificRecordBase> WireFormat<T> reading(Class<T> type) {
        return WireFormat.reading(type, properties);
    }

    /**
     * How records of that type are written to a topic: for a registry when there is one.
     *
     * @throws io.satisflow.flink.io.registry.IncompatibleSchemaException when the registry has another schema for the topic
     */
    public <T extends SpecificRecordBase> WireFormat<T> writing(String topic, Class<T> type) {
        return WireFormat.writing(type, topic, properties);
    }

    /**
     * Before a topic is read: whether all that was ever registered for it can be.
     *
     * @throws io.satisflow.flink.io.registry.IncompatibleSchemaException when not
     */
    void requireReadable(String topic, Class<? extends SpecificRecordBase> type) {
        registry()
                .ifPresent(schemas ->
                        schemas.requireReadable(topic, SpecificData.get().getSchema(type)));
    }

    public Optional<SchemaRegistry> registry() {
        return SchemaRegistry.of(properties);
    }

    Properties producerProperties() {
        Properties producer = clientProperties();
        producer.putIfAbsent("max.request.size", String.valueOf(16 << 20));
        producer.put(
                "transaction.timeout.ms", String.valueOf(transactionTimeout().toMillis()));
        return producer;
    }

    Properties consumerProperties() {
        Properties consumer = clientProperties();
        consumer.put("isolation.level", "read_committed");
        // Partitions are counted once, when the job starts: marks are written into each of them.
        consumer.put("partition.discovery.interval.ms", "-1");
        return consumer;
    }
}
