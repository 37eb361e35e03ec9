package io.satisflow.local.topics;

import io.satisflow.flink.io.registry.SchemaRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigException;

/** What is wrong with the properties of Kafka clients, in sentences, before a client waits for minutes. */
public final class KafkaProperties {
    private static final String BROKERS = "bootstrap.servers";
    private static final Set<String> KNOWN = known();
    private static final List<String> FILES = List.of("ssl.truststore.location", "ssl.keystore.location");

    private final Map<String, String> properties;

    /** @param properties as {@code kafka.properties} in the settings has them */
    public KafkaProperties(Map<String, String> properties) {
        this.properties = Map.copyOf(properties);
    }

    private static Set<String> known() {
        Set<String> names = new TreeSet<>(ConsumerConfig.configNames());
        names.addAll(ProducerConfig.configNames());
        names.addAll(AdminClientConfig.configNames());
        names.addAll(SchemaRegistry.PROPERTIES);
        return names;
    }

    /** Misspelt names, files that are not there, values that no client takes, logins that are half told. */
    public List<String> problems() {
        List<String> problems = new ArrayList<>();
        new TreeSet<>(properties.keySet()).forEach(name -> misspelt(name).ifPresent(problems::add));
        for (String file : FILES) {
            String place = properties.get(file);
            if (place != null && !Files.isReadable(Path.of(place))) {
                problems.add("kafka.properties.%s: there is no file %s that can be read; put the store there"
                        .formatted(file, place));
            }
        }
        if (properties.getOrDefault("security.protocol", "").startsWith("SASL") && !namesLogin()) {
            problems.add(
                    "kafka.properties: security.protocol is %s, but nothing says who logs in; add sasl.jaas.config and sasl.mechanism (docs/kafka-access.md)"
                            .formatted(properties.get("security.protocol")));
        }
        try {
            SchemaRegistry.of(properties);
        } catch (IllegalArgumentException e) {
            problems.add(String.valueOf(e.getMessage()));
        }
        if (problems.isEmpty() && properties.containsKey(BROKERS)) {
            refusedByClients().ifPresent(problems::add);
        }
        return problems;
    }

    private boolean namesLogin() {
        return properties.containsKey("sasl.jaas.config")
                || properties.containsKey("sasl.client.callback.handler.class")
                || properties.containsKey("sasl.login.callback.handler.class");
    }

    private static Optional<String> misspelt(String name) {
        return KNOWN.contains(name)
                ? Optional.empty()
                : KNOWN.stream()
                        .filter(known -> Misspelling.isNear(name, known))
                        .min(Comparator.comparingInt(known -> Misspelling.distance(name, known)))
                        .map(known -> "kafka.properties.%s: there is no such property; did you mean %s?"
                                .formatted(name, known));
    }

    private Optional<String> refusedByClients() {
        try {
            AdminClientConfig taken = new AdminClientConfig(new TreeMap<>(properties));
            return taken.values().isEmpty() ? Optional.of("kafka.properties are empty") : Optional.empty();
        } catch (ConfigException e) {
            return Optional.of("kafka.properties: " + e.getMessage());
        }
    }
}
