package io.satisflow.local.cli.run;

import io.satisflow.flink.io.registry.RegistryUnavailableException;
import io.satisflow.flink.io.registry.SchemaRegistry;
import io.satisflow.settings.Settings;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;

/** Are the brokers and the schema registry of the settings there, and do they let us in? */
final class BrokerCheck {
    private static final int PATIENCE_SECONDS = 10;
    private static final String SERVERS = "bootstrap.servers";

    private BrokerCheck() {}

    /** What is wrong with the registry; empty when it answers, or when the settings name none that is an address. */
    static Optional<String> registryProblem(Settings settings) {
        try {
            SchemaRegistry.of(settings.topics().kafkaProperties()).ifPresent(SchemaRegistry::requireReachable);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        } catch (RegistryUnavailableException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** What is wrong; empty when they answer, or when the settings name none. */
    static Optional<String> problem(Settings settings) {
        Map<String, Object> properties = new TreeMap<>(settings.topics().kafkaProperties());
        if (!properties.containsKey(SERVERS)) {
            return Optional.empty();
        }
        properties.remove("transaction.timeout.ms");
        SchemaRegistry.PROPERTIES.forEach(properties::remove);
        properties.put("default.api.timeout.ms", String.valueOf(PATIENCE_SECONDS * 1000));
        properties.put("request.timeout.ms", "5000");
        try (Admin admin = Admin.create(properties)) {
            admin.describeCluster().nodes().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            return Optional.empty();
        } catch (KafkaException | ExecutionException | TimeoutException e) {
            return Optional.of(
                    "kafka.properties: the brokers at %s do not answer: %s; are they running, and are address"
                                    .formatted(properties.get(SERVERS), reason(e))
                            + " and security right?");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("kafka.properties: interrupted while waiting for the brokers");
        }
    }

    private static String reason(Exception failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }
}
