package io.satisflow.flink.io.registry;

/** The registry did not answer, or not as a registry does: nothing is known of a record's schema, so nothing may be said of it. */
public final class RegistryUnavailableException extends RuntimeException {
    RegistryUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }

    RegistryUnavailableException(String message) {
        super(message);
    }
}
