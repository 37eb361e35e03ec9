package io.satisflow.local.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.CheckpointType;
import org.apache.flink.runtime.checkpoint.CheckpointStatsSnapshot;
import org.apache.flink.runtime.checkpoint.CompletedCheckpointStats;
import org.apache.flink.runtime.execution.ExecutionState;
import org.apache.flink.runtime.executiongraph.ErrorInfo;
import org.apache.flink.runtime.jobmaster.JobResult;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;

/**
 * A Flink MiniCluster that keeps its checkpoints in a folder, one below it for each job, and takes every job up where
 * the newest checkpoint left it.
 */
public final class EmbeddedCluster implements AutoCloseable {
    private static final Duration EACH_SECOND = Duration.ofSeconds(1);
    /**
     * By Flink's own clock, of a job whose commits {@link CommitPacer} begins: what a job that writes nothing would have to go
     * through once more. What it writes never waits for this, so that a batch needs no other than a live run.
     */
    private static final Duration IN_SILENCE = Duration.ofSeconds(30);

    private final MiniCluster cluster;
    private final WorkingFiles files;
    private final Path checkpoints;
    private final URI checkpointsUri;
    private final int parallelism;
    private final Consumer<String> notices;
    private final Map<String, JobID> jobs = new ConcurrentSkipListMap<>();
    private final CommitPacer commits = new CommitPacer();

    private EmbeddedCluster(
            MiniCluster cluster,
            WorkingFiles files,
            Path checkpoints,
            URI checkpointsUri,
            int parallelism,
            Consumer<String> notices) {
        this.cluster = cluster;
        this.files = files;
        this.checkpoints = checkpoints;
        this.checkpointsUri = checkpointsUri;
        this.parallelism = parallelism;
        this.notices = notices;
    }

    /**
     * @param checkpoints a folder; beside it there is one for working files
     * @param jobs how many jobs are going to be submitted, each at this parallelism
     * @param notices of what has happened, in a sentence
     */
    public static EmbeddedCluster start(Path checkpoints, int parallelism, int jobs, Consumer<String> notices) {
        int slots = parallelism * jobs;
        WorkingFiles files = WorkingFiles.in(checkpoints.resolveSibling("work"));
        URI uri = mounted(checkpoints);
        MiniClusterConfiguration configuration = new MiniClusterConfiguration.Builder()
                .setConfiguration(ClusterSettings.of(slots, files))
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(slots)
                .build();
        MiniCluster cluster = new MiniCluster(configuration);
        try {
            cluster.start();
        } catch (Exception e) {
            throw new IllegalStateException("The embedded Flink cluster did not start: " + e.getMessage(), e);
        }
        return new EmbeddedCluster(cluster, files, checkpoints, uri, parallelism, notices);
    }

    private static URI mounted(Path checkpoints) {
        try {
            return DirectoryFileSystem.mount(checkpoints);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of checkpoints cannot be written: " + checkpoints, e);
        }
    }

    /**
     * Runs the main class of a job, which submits itself here. Several jobs may be submitted at the same time, each by a thread of
     * its own.
     *
     * @param name of the job, and of its checkpoint folder
     */
    public void submit(String name, JobMain main, String... arguments) {
        submit(name, EACH_SECOND, main, arguments);
    }

    /** The same for a job that commits when it has written something, at this pace, and seldom else. */
    public void submit(String name, CommitPace pace, JobMain main, String... arguments) {
        submit(name, IN_SILENCE, pace.flush(), main, arguments);
        JobID id = Objects.requireNonNull(jobs.get(name));
        commits.add(name, pace, () -> cluster.triggerCheckpoint(id, CheckpointType.CONFIGURED));
    }

    /** @param interval from one checkpoint to the next, at which what the job writes is committed */
    public void submit(String name, Duration interval, JobMain main, String... arguments) {
        submit(name, interval, CommitPace.BATCH.flush(), main, arguments);
    }

    private void submit(String name, Duration interval, Duration flush, JobMain main, String... arguments) {
        StoredCheckpoints stored = new StoredCheckpoints(name, checkpoints, checkpointsUri, notices);
        Configuration settings = JobSettings.of(stored, parallelism, interval, flush);
        try (EmbeddedEnvironment.Context context = EmbeddedEnvironment.enter(cluster, settings)) {
            main.run(arguments);
            jobs.put(name, context.submitted());
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("Job %s was not accepted: %s".formatted(name, e.getMessage()), e);
        }
    }

    /** @throws IllegalStateException when a job has failed for good; the message says which and why */
    public void requireRunning() {
        jobs.forEach((name, id) -> {
            JobStatus status = get(cluster.getJobStatus(id));
            if (status == JobStatus.FAILED) {
                throw new IllegalStateException("Job %s failed: %s".formatted(name, causeOf(id)));
            }
        });
    }

    /** Whether every job has come to its own end. */
    public boolean areFinished() {
        return jobs.values().stream().allMatch(id -> get(cluster.getJobStatus(id)) == JobStatus.FINISHED);
    }

    /** Whether every task of every job runs. */
    public boolean areRunning() {
        return jobs.values().stream()
                .map(id -> get(cluster.getExecutionGraph(id)))
                .flatMap(graph ->
                        StreamSupport.stream(graph.getAllExecutionVertices().spliterator(), false))
                .allMatch(task -> task.getExecutionState() == ExecutionState.RUNNING);
    }

    /** Of each job that had to start again, the last time and cause. */
    public List<JobFailure> failures() {
        List<JobFailure> failures = new ArrayList<>();
        jobs.forEach((name, id) -> {
            ErrorInfo failed = get(cluster.getExecutionGraph(id)).getFailureInfo();
            if (failed != null) {
                Throwable thrown =
                        failed.getException().deserializeError(getClass().getClassLoader());
                failures.add(new JobFailure(name, Instant.ofEpochMilli(failed.getTimestamp()), inWords(thrown)));
            }
        });
        return failures;
    }

    /** Of each job that has completed one in this process, the newest checkpoint. */
    public List<CompletedCheckpoint> checkpoints() {
        List<CompletedCheckpoint> checkpoints = new ArrayList<>();
        jobs.forEach((name, id) -> {
            CheckpointStatsSnapshot stats = get(cluster.getExecutionGraph(id)).getCheckpointStatsSnapshot();
            CompletedCheckpointStats newest =
                    stats == null ? null : stats.getHistory().getLatestCompletedCheckpoint();
            if (newest != null) {
                checkpoints.add(new CompletedCheckpoint(
                        name,
                        Instant.ofEpochMilli(newest.getLatestAckTimestamp()),
                        Duration.ofMillis(newest.getEndToEndDuration())));
            }
        });
        return checkpoints;
    }

    private static String inWords(Throwable thrown) {
        Throwable cause = rootCause(thrown);
        return cause instanceof IllegalStateException && cause.getMessage() != null
                ? cause.getMessage()
                : cause.toString().lines().findFirst().orElse("no cause was given");
    }

    /** Ends every job and waits for the end; its newest checkpoint stays. */
    public void cancelJobs() {
        commits.clear();
        jobs.values().forEach(id -> get(cluster.cancelJob(id)));
        jobs.values().forEach(id -> get(cluster.requestJobResult(id)));
        jobs.clear();
    }

    @Override
    public void close() throws Exception {
        commits.close();
        cluster.close();
        files.delete();
    }

    /** The main method of a job class. */
    @FunctionalInterface
    public interface JobMain {
        void run(String[] arguments) throws Exception;
    }

    private String causeOf(JobID id) {
        JobResult result = get(cluster.requestJobResult(id));
        Optional<Throwable> error = result.getSerializedThrowable()
                .map(thrown -> thrown.deserializeError(getClass().getClassLoader()));
        return error.map(EmbeddedCluster::rootCause).map(Throwable::toString).orElse("no cause was given");
    }

    private static Throwable rootCause(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static <T> T get(CompletableFuture<? extends T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("The embedded Flink cluster refused: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the embedded Flink cluster", e);
        }
    }
}
