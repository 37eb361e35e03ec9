package io.satisflow.local.cli;

import java.nio.file.AccessDeniedException;
import java.util.Optional;
import java.util.stream.Stream;

/** What the machine refused, wherever in a chain of failures it stands, in a sentence. */
final class SystemTrouble {
    private static final int DEEPEST = 30;

    private SystemTrouble() {}

    static Optional<String> in(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST)
                .flatMap(cause -> sentence(cause).stream())
                .findFirst();
    }

    private static Optional<String> sentence(Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        if (message.contains("No space left on device") || message.contains("Disk quota exceeded")) {
            return Optional.of(
                    "The disk is full (%s). Free some space and give the same command again: run and replay go on"
                                    .formatted(message.lines().findFirst().orElse(message))
                            + " where they stopped.");
        }
        if (cause instanceof AccessDeniedException denied) {
            return Optional.of("%s: permission denied; choose another place, or give its owner's permission"
                    .formatted(denied.getFile()));
        }
        return Optional.empty();
    }
}
