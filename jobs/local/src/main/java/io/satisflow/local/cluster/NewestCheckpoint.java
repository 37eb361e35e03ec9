package io.satisflow.local.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds where a job goes on after its process was killed: the folder {@code <job id>/chk-<n>} with the highest number
 * that holds {@code _metadata}, which Flink writes last. Numbers go on counting through restarts, so they order the
 * checkpoints of all earlier processes.
 */
final class NewestCheckpoint {
    private static final String PREFIX = "chk-";

    private NewestCheckpoint() {}

    static Optional<Path> in(Path checkpoints) {
        if (!Files.isDirectory(checkpoints)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.walk(checkpoints, 3)) {
            return files.filter(file -> file.endsWith("_metadata"))
                    .map(Path::getParent)
                    .filter(folder -> folder.getFileName().toString().startsWith(PREFIX))
                    .max(Comparator.comparingLong(NewestCheckpoint::number));
        } catch (IOException e) {
            throw new UncheckedIOException("The checkpoints cannot be listed in " + checkpoints, e);
        }
    }

    private static long number(Path checkpoint) {
        return Long.parseLong(checkpoint.getFileName().toString().substring(PREFIX.length()));
    }
}
