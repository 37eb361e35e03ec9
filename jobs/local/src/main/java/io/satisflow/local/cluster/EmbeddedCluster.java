package io.satisflow.local.cluster;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.jobmaster.JobResult;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;

/**
 * A Flink MiniCluster that keeps its checkpoints in a folder, one below it for each job, and takes every job up where
 * the newest checkpoint left it.
 */
public final class EmbeddedCluster implements AutoCloseable {
    private final MiniCluster cluster;
    private final Path checkpoints;
    private final int parallelism;
    private final Map<String, JobID> jobs = new LinkedHashMap<>();

    private EmbeddedCluster(MiniCluster cluster, Path checkpoints, int parallelism) {
        this.cluster = cluster;
        this.checkpoints = checkpoints;
        this.parallelism = parallelism;
    }

    /** @param jobs how many jobs are going to be submitted, each at this parallelism */
    public static EmbeddedCluster start(Path checkpoints, int parallelism, int jobs) {
        int slots = parallelism * jobs;
        MiniClusterConfiguration configuration = new MiniClusterConfiguration.Builder()
                .setConfiguration(ClusterSettings.of(slots))
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(slots)
                .build();
        MiniCluster cluster = new MiniCluster(configuration);
        try {
            cluster.start();
        } catch (Exception e) {
            throw new IllegalStateException("The embedded Flink cluster did not start: " + e.getMessage(), e);
        }
        return new EmbeddedCluster(cluster, checkpoints, parallelism);
    }

    /**
     * Runs the main class of a job, which submits itself here.
     *
     * @param name of the job, and of its checkpoint folder
     */
    public void submit(String name, JobMain main, String... arguments) {
        Path folder = checkpoints.resolve(name);
        Configuration settings = JobSettings.of(folder, parallelism);
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

    /** Ends every job and waits for the end; its newest checkpoint stays. */
    public void cancelJobs() {
        jobs.values().forEach(id -> get(cluster.cancelJob(id)));
        jobs.values().forEach(id -> get(cluster.requestJobResult(id)));
        jobs.clear();
    }

    @Override
    public void close() throws Exception {
        cluster.close();
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

    private static <T> T get(CompletableFuture<T> future) {
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
