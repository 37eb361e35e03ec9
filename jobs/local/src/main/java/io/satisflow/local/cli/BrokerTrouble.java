package io.satisflow.local.cli;

import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TimeoutException;

/** What to do when the brokers that somebody named cannot be used. */
final class BrokerTrouble {
    private static final String WHERE =
            "The brokers stand in kafka.properties, bootstrap.servers, of the settings, which takes SATISFLOW_KAFKA from the"
                    + " environment, or in --brokers: HOST:PORT, several with commas between them, such as 127.0.0.1:9092."
                    + " A run of this machine is meant with --dir DIR";

    private BrokerTrouble() {}

    /** A sentence with the remedy; empty for a failure that is not about reaching brokers. */
    static Optional<String> inWords(Throwable failure) {
        return Stream.iterate(failure, each -> each != null, Throwable::getCause)
                .filter(KafkaException.class::isInstance)
                .reduce((outer, inner) -> inner)
                .flatMap(BrokerTrouble::remedied);
    }

    private static Optional<String> remedied(Throwable cause) {
        String said = String.valueOf(cause.getMessage());
        if (cause instanceof ConfigException && said.contains("bootstrap")) {
            return Optional.of("No Kafka can be asked: %s. %s.".formatted(said, WHERE));
        }
        if (cause instanceof TimeoutException) {
            return Optional.of("Kafka does not answer: %s. Does a broker run there? %s.".formatted(said, WHERE));
        }
        if (cause instanceof AuthenticationException || cause instanceof AuthorizationException) {
            return Optional.of("Kafka refuses us: %s. What it wants to know stands in kafka.properties of the settings."
                    .formatted(said));
        }
        return Optional.empty();
    }
}
