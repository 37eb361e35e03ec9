package io.satisflow.local.live.input;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the records of a channel come from, beside its raw topic.
 *
 * @param file to be followed; empty for standard input
 */
public record LiveInput(String channel, Optional<Path> file) {

    /** The same file has the same name from wherever it is called. */
    public LiveInput {
        file = file.map(path -> path.toAbsolutePath().normalize());
    }

    public String name() {
        return file.map(Path::toString).orElse("standard input");
    }
}
