package io.satisflow.local.cluster;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.JobID;
import org.apache.flink.client.deployment.ClusterClientJobClientAdapter;
import org.apache.flink.client.program.MiniClusterClient;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.graph.StreamGraph;

/** What {@code getExecutionEnvironment()} gives to a job's main class while it runs in this process. */
final class EmbeddedEnvironment extends StreamExecutionEnvironment {
    private final MiniCluster cluster;
    private final List<JobID> submitted;

    private EmbeddedEnvironment(MiniCluster cluster, Configuration settings, List<JobID> submitted) {
        super(settings);
        this.cluster = cluster;
        this.submitted = submitted;
    }

    /** From now until the context is closed, job classes of this JVM submit themselves to the cluster. */
    static Context enter(MiniCluster cluster, Configuration settings) {
        List<JobID> submitted = new ArrayList<>();
        initializeContextEnvironment(configuration -> new EmbeddedEnvironment(cluster, settings, submitted));
        return new Context(submitted);
    }

    @Override
    public JobClient executeAsync(StreamGraph graph) throws Exception {
        // A stream graph has no job id of its own; the job graph made of it has.
        JobID id = cluster.submitJob(graph.getJobGraph()).get().getJobID();
        submitted.add(id);
        return new ClusterClientJobClientAdapter<>(
                () -> new MiniClusterClient(configuration, cluster), id, getUserClassloader());
    }

    /** Ends with {@link #close()}, after which job classes look for a cluster in the usual way again. */
    static final class Context implements AutoCloseable {
        private final List<JobID> submitted;

        private Context(List<JobID> submitted) {
            this.submitted = submitted;
        }

        JobID submitted() {
            if (submitted.size() != 1) {
                throw new IllegalStateException(
                        "A job class submits one job, but this one submitted " + submitted.size());
            }
            return submitted.get(0);
        }

        @Override
        public void close() {
            resetContextEnvironment();
        }
    }
}
