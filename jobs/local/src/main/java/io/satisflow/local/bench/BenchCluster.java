package io.satisflow.local.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.JobID;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.runtime.checkpoint.AbstractCheckpointStats;
import org.apache.flink.runtime.jobmaster.JobResult;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.function.ThrowingConsumer;

/**
 * A Flink cluster of its own for one bounded job: RocksDB as in the engine, one subtask, checkpoints each 2 s.
 *
 * @param folder for state and checkpoints
 * @param cacheMegabytes for RocksDB's blocks and write buffers together
 */
public record BenchCluster(Path folder, int cacheMegabytes) {

    /**
     * Runs a job to its end.
     *
     * @return its checkpoints
     */
    public List<AbstractCheckpointStats> run(ThrowingConsumer<StreamExecutionEnvironment, Exception> define)
            throws Exception {
        try (MiniCluster cluster = new MiniCluster(cluster())) {
            cluster.start();
            StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment(job());
            define.accept(environment);
            JobID job = cluster.submitJob(environment.getStreamGraph().getJobGraph())
                    .get()
                    .getJobID();
            JobResult ended = cluster.requestJobResult(job).get();
            ended.toJobExecutionResult(getClass().getClassLoader());
            return cluster.getExecutionGraph(job)
                    .get()
                    .getCheckpointStatsSnapshot()
                    .getHistory()
                    .getCheckpoints();
        } finally {
            DiscardedFolder.delete(folder);
        }
    }

    private MiniClusterConfiguration cluster() {
        Configuration configuration = Configuration.fromMap(Map.of(
                "rest.bind-port", "0",
                "rest.address", "127.0.0.1",
                "rest.bind-address", "127.0.0.1",
                "io.tmp.dirs", folder.resolve("state").toString(),
                "jobmanager.execution.failover-strategy", "full",
                "web.checkpoints.history", "100000",
                "taskmanager.memory.managed.size", cacheMegabytes + " mb",
                "taskmanager.memory.network.min", "64 mb",
                "taskmanager.memory.network.max", "64 mb"));
        return new MiniClusterConfiguration.Builder()
                .setConfiguration(configuration)
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(1)
                .build();
    }

    private Configuration job() {
        Configuration configuration = Configuration.fromMap(Map.of(
                "parallelism.default", "1",
                "pipeline.auto-generate-uids", "false",
                "pipeline.generic-types", "false",
                "execution.checkpointing.mode", "EXACTLY_ONCE",
                "execution.checkpointing.interval", "2 s",
                "execution.checkpointing.incremental", "true",
                "execution.checkpointing.dir",
                        folder.resolve("checkpoints").toUri().toString(),
                "restart-strategy.type", "none"));
        // As the engine's own.
        configuration.addAll(Configuration.fromMap(Map.of(
                "state.backend.type", "rocksdb",
                "state.backend.rocksdb.use-bloom-filter", "true",
                "state.backend.rocksdb.memory.partitioned-index-filters", "true")));
        return configuration;
    }
}
