package io.satisflow.local.live;

import io.satisflow.local.cluster.JobFailure;
import io.satisflow.local.live.input.LiveException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Tells of jobs that fail and start again. One failure may be an accident; the same one again is told, once, and when it
 * will not end, nobody shall believe that the engine runs. A full disk ends it at once: what is deleted makes room for a while, so
 * the jobs would start again and again, each time for another cause.
 */
final class JobWatch {
    private static final int TOLD_AT = 2;
    /** With pauses that grow to a minute between them, some two minutes. */
    static final int MOST = 8;
    /** Less is needed by the files of one checkpoint and one segment of a topic. */
    static final long LEAST_FREE_BYTES = 64L << 20;

    private static final List<String> DISK_WORDS =
            List.of("No space left on device", "Disk quota exceeded", "File too large");

    private final boolean keepsTrying;
    private final Path log;
    private final LongSupplier freeBytes;
    private final Consumer<String> notices;
    private final Map<String, Instant> last = new HashMap<>();
    private final Map<String, Integer> times = new HashMap<>();

    /** @param freeBytes what the disk has left where the run writes */
    JobWatch(boolean keepsTrying, Path log, LongSupplier freeBytes, Consumer<String> notices) {
        this.keepsTrying = keepsTrying;
        this.log = log;
        this.freeBytes = freeBytes;
        this.notices = notices;
    }

    /**
     * @param failures of each job the last
     * @throws LiveException when a job has failed for the same cause too often, or once on a full disk
     */
    void look(List<JobFailure> failures) {
        for (JobFailure failure : failures) {
            if (!failure.at().equals(last.put(failure.job(), failure.at()))) {
                count(failure);
            }
        }
    }

    private void count(JobFailure failure) {
        if (!keepsTrying) {
            refuseFullDisk(failure);
        }
        int count = times.merge(failure.job() + ": " + failure.cause(), 1, Integer::sum);
        if (count == TOLD_AT) {
            notices.accept(
                    "Job %s fails again and again, and starts again from its last checkpoint each time: %s. The whole of it is in %s"
                            .formatted(failure.job(), failure.cause(), log));
        }
        if (count == MOST && !keepsTrying) {
            throw new LiveException(
                    "Job %s has failed %d times for the same cause: %s. Once it is mended, the same command goes on from here (--keep-trying never gives up)"
                            .formatted(failure.job(), MOST, failure.cause()));
        }
    }

    private void refuseFullDisk(JobFailure failure) {
        long free = freeBytes.getAsLong();
        if (free < LEAST_FREE_BYTES || DISK_WORDS.stream().anyMatch(failure.cause()::contains)) {
            throw new LiveException(
                    "The disk is full (%d MB left), and job %s failed: %s. Free some space and give the same command again: it goes on where it stopped"
                            .formatted(free >> 20, failure.job(), failure.cause()));
        }
    }
}
