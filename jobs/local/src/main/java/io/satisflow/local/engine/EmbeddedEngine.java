package io.satisflow.local.engine;

import io.satisflow.flink.engine.EngineJob;
import io.satisflow.flink.intake.IntakeJob;
import io.satisflow.flink.io.KafkaConnection;
import io.satisflow.flink.scoring.ScoringJob;
import io.satisflow.flink.settings.JobArguments;
import io.satisflow.local.broker.EmbeddedBroker;
import io.satisflow.local.cluster.CommitPace;
import io.satisflow.local.cluster.CompletedCheckpoint;
import io.satisflow.local.cluster.EmbeddedCluster;
import io.satisflow.local.cluster.JobFailure;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Broker, cluster and jobs of one directory. A directory that an earlier process left, however it ended, is taken up
 * where its newest checkpoints stand.
 */
public final class EmbeddedEngine implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedEngine.class);
    private static final int JOBS = 3;

    private final EmbeddedBroker broker;
    private final EmbeddedCluster cluster;

    private EmbeddedEngine(EmbeddedBroker broker, EmbeddedCluster cluster) {
        this.broker = broker;
        this.cluster = cluster;
    }

    /** @param port of the broker, 0 for any free one */
    public record Size(int parallelism, int port) {}

    /** Starts the broker and the cluster; the jobs come later. */
    public static EmbeddedEngine start(Path directory, Size size) {
        return start(directory, size, EmbeddedBroker.FOR_EVER, sentence -> {});
    }

    /**
     * @param keep how long the broker keeps what is in its topics
     * @param notices of what has happened, in a sentence
     */
    public static EmbeddedEngine start(Path directory, Size size, Duration keep, Consumer<String> notices) {
        // Neither needs the other yet, and each takes seconds.
        CompletableFuture<EmbeddedCluster> cluster = CompletableFuture.supplyAsync(
                () -> EmbeddedCluster.start(directory.resolve("checkpoints"), size.parallelism(), JOBS, notices),
                task -> new Thread(task, "cluster start").start());
        EmbeddedBroker broker;
        try {
            broker = EmbeddedBroker.start(directory.resolve("broker"), size.port(), keep);
        } catch (RuntimeException e) {
            cluster.thenAccept(EmbeddedEngine::closeQuietly)
                    .exceptionally(failure -> null)
                    .join();
            throw e;
        }
        try {
            return new EmbeddedEngine(broker, cluster.join());
        } catch (CompletionException e) {
            broker.close();
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** What could not be closed matters less than why it is not needed. */
    private static void closeQuietly(EmbeddedCluster cluster) {
        try {
            cluster.close();
        } catch (Exception e) {
            LOG.warn("The cluster could not be closed", e);
        }
    }

    /**
     * The jobs on a recording, which has an end.
     *
     * @param channel a mapping to be the only channel
     */
    public void submitBatchJobs(Path config, Optional<Path> channel) {
        submit(arguments(config, channel), CommitPace.BATCH);
    }

    /** @param channel a mapping to be the only channel */
    public void submitJobs(Path config, Optional<Path> channel) {
        String[] arguments = arguments(config, channel).toArray();
        cluster.submit(IntakeJob.NAME, IntakeJob::main, arguments);
        cluster.submit(ScoringJob.NAME, ScoringJob::main, arguments);
        cluster.submit(EngineJob.NAME, EngineJob::main, arguments);
    }

    /** The same jobs on input that comes when it comes: a clock tells the raw topics the time. */
    public void submitLiveJobs(Path config) {
        submit(new JobArguments(config, Optional.empty(), true, kafkaArguments()), CommitPace.LIVE);
    }

    /** All at once, since each waits for the broker now and then. */
    private void submit(JobArguments jobArguments, CommitPace pace) {
        String[] arguments = jobArguments.toArray();
        List<CompletableFuture<Void>> submissions = new ArrayList<>();
        submissions.add(submission(IntakeJob.NAME, pace, IntakeJob::main, arguments));
        submissions.add(submission(ScoringJob.NAME, pace, ScoringJob::main, arguments));
        submissions.add(submission(EngineJob.NAME, pace, EngineJob::main, arguments));
        try {
            CompletableFuture.allOf(submissions.toArray(CompletableFuture[]::new))
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private CompletableFuture<Void> submission(
            String name, CommitPace pace, EmbeddedCluster.JobMain main, String[] arguments) {
        return CompletableFuture.runAsync(
                () -> cluster.submit(name, pace, main, arguments), task -> new Thread(task, "submit " + name).start());
    }

    /** The arguments that jobs get: the settings, with this broker in place of the configured ones. */
    public JobArguments arguments(Path config, Optional<Path> channel) {
        return new JobArguments(config, channel, false, kafkaArguments());
    }

    /** Nobody looks at the jobs' offsets in this broker, and where they go on is in their checkpoints. */
    private List<String> kafkaArguments() {
        return Stream.concat(broker.jobArguments().stream(), Stream.of(KafkaConnection.NO_COMMITTED_OFFSETS))
                .sorted()
                .toList();
    }

    public Map<String, String> kafkaProperties() {
        return broker.clientProperties();
    }

    /** @throws IllegalStateException when a job has failed for good */
    public void requireRunning() {
        cluster.requireRunning();
    }

    /** Whether every task of every job runs. */
    public boolean areJobsRunning() {
        return cluster.areRunning();
    }

    /** Of each job that had to start again, the last time and cause. */
    public List<JobFailure> failures() {
        return cluster.failures();
    }

    /** Of each job the newest checkpoint of this process. */
    public List<CompletedCheckpoint> checkpoints() {
        return cluster.checkpoints();
    }

    public void cancelJobs() {
        cluster.cancelJobs();
    }

    @Override
    public void close() throws Exception {
        try {
            cluster.close();
        } finally {
            broker.close();
        }
    }
}
