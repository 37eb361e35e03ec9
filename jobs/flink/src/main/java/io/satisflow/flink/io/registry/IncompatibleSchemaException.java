package io.satisflow.flink.io.registry;

/** What this build writes or reads does not go together with what is registered. Its message names the subject and the field. */
public final class IncompatibleSchemaException extends RuntimeException {
    IncompatibleSchemaException(String message) {
        super(message);
    }
}
