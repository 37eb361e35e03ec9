package io.satisflow.local.chaos.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The newest checkpoint of a job, cut in half as a machine does that loses power while it writes.
 *
 * @param job whose it is
 * @param goesBackTo when the one before was written; what was committed between it and the tear is written once more
 */
record TornCheckpoint(String job, Instant goesBackTo) {
    private static final String FOLDER = "chk-";
    private static final String METADATA = "_metadata";

    /** @param checkpoints of all jobs, each of which has to have two or more */
    static TornCheckpoint tear(Path checkpoints, String job) throws IOException {
        List<Path> newestFirst;
        try (Stream<Path> files = Files.walk(checkpoints.resolve(job))) {
            newestFirst = files.filter(file -> file.endsWith(METADATA))
                    .filter(file -> folder(file).startsWith(FOLDER))
                    .sorted(Comparator.comparingLong(TornCheckpoint::number).reversed())
                    .toList();
        }
        if (newestFirst.size() < 2) {
            throw new IOException("Job %s has %d checkpoints, too few to tear one".formatted(job, newestFirst.size()));
        }
        byte[] whole = Files.readAllBytes(newestFirst.get(0));
        Files.write(newestFirst.get(0), Arrays.copyOf(whole, whole.length / 2));
        return new TornCheckpoint(job, writtenAt(newestFirst.get(1)));
    }

    private static String folder(Path metadata) {
        return String.valueOf(metadata.getName(metadata.getNameCount() - 2));
    }

    private static long number(Path metadata) {
        return Long.parseLong(folder(metadata).substring(FOLDER.length()));
    }

    private static Instant writtenAt(Path file) {
        try {
            return Files.getLastModifiedTime(file).toInstant();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
