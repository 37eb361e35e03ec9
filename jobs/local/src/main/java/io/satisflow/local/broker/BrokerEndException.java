package io.satisflow.local.broker;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The broker of this process has given up, and its directory can be written. */
public final class BrokerEndException extends RuntimeException {

    BrokerEndException(Path directory, @Nullable String message) {
        super("The broker of %s has failed: %s. The log says more; the same command goes on from here"
                .formatted(directory, message == null ? "it does not say why" : message));
    }
}
