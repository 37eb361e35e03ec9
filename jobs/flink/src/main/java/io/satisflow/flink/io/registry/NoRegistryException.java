package io.satisflow.flink.io.registry;

/** A record says its schema by the id of a registry, and none is configured. */
public final class NoRegistryException extends IllegalStateException {
    public NoRegistryException() {
        super("written for a schema registry, and none is configured; set kafka.properties." + SchemaRegistry.URL);
    }
}
