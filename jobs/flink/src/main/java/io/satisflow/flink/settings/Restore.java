package io.satisflow.flink.settings;

import io.satisflow.config.DurationText;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;

/** The checkpoint or savepoint that a job is submitted with. */
public final class Restore {
    /** Set to true where somebody else looks how long nothing ran. */
    public static final String OUTAGE_IS_TOLD = "satisflow.outage-is-told";

    private static final String METADATA = "_metadata";

    private final Path place;

    private Restore(Path place) {
        this.place = place;
    }

    /** Empty for a job that begins, or when its outage is told elsewhere. */
    static Optional<Restore> of(ReadableConfig settings) {
        boolean isTold = Boolean.parseBoolean(settings.toMap().get(OUTAGE_IS_TOLD));
        return settings.getOptional(StateRecoveryOptions.SAVEPOINT_PATH)
                .filter(path -> !isTold)
                .map(Path::new)
                .map(Restore::new);
    }

    /** What the time since it was written has cost, in a sentence; empty for nothing. */
    Optional<String> outage(String job, Instant now, Duration kept) {
        try {
            return new Outage(job, writtenAt(), now).inWords(kept);
        } catch (IOException e) {
            return Optional.of(
                    ("How long job %s did not run cannot be seen from here (%s): what it had written and not committed is kept for"
                                    + " %s, results of the last seconds before a longer outage may be missing in its topics.")
                            .formatted(job, e.getMessage(), DurationText.rounded(kept)));
        }
    }

    /** Its metadata are written last, and a path may name them or their folder. */
    private Instant writtenAt() throws IOException {
        FileSystem files = place.getFileSystem();
        FileStatus found = files.getFileStatus(place);
        FileStatus metadata = found.isDir() ? files.getFileStatus(new Path(place, METADATA)) : found;
        return Instant.ofEpochMilli(metadata.getModificationTime());
    }
}
