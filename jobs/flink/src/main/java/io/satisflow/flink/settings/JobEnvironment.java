package io.satisflow.flink.settings;

import io.satisflow.flink.io.KafkaConnection;
import java.time.Instant;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The execution environment, with the two rules that keep state restorable for ever: own uids, no Kryo. */
public final class JobEnvironment {
    private static final Logger LOG = LoggerFactory.getLogger(JobEnvironment.class);
    private static final String NO_CHECKPOINTS =
            "Checkpointing is off, and without it nothing that the job writes would ever be committed: add"
                    + " -D execution.checkpointing.interval=1s to flink run, or execution.checkpointing.interval: 1s to conf/config.yaml";

    private JobEnvironment() {}

    public static StreamExecutionEnvironment get() {
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
        environment.configure(Configuration.fromMap(
                Map.of("pipeline.auto-generate-uids", "false", "pipeline.generic-types", "false")));
        return environment;
    }

    /**
     * For a job that writes to topics in transactions, which brokers give up when nothing ran for too long: that is told, since
     * state is whole then and topics may not be.
     *
     * @param job its name
     */
    public static StreamExecutionEnvironment committing(String job, KafkaConnection kafka) {
        StreamExecutionEnvironment environment = committing();
        Restore.of(environment.getConfiguration())
                .flatMap(restore -> restore.outage(job, Instant.now(), kafka.transactionTimeout()))
                .ifPresent(JobEnvironment::tell);
        return environment;
    }

    /** Whoever submits sees it; where a JobManager runs main, its log has it. */
    private static void tell(String sentence) {
        System.err.println(sentence);
        LOG.warn(sentence);
    }

    /**
     * For a job that writes.
     *
     * @throws IllegalStateException when it would never commit anything
     */
    public static StreamExecutionEnvironment committing() {
        StreamExecutionEnvironment environment = get();
        if (!environment.getCheckpointConfig().isCheckpointingEnabled()) {
            throw new IllegalStateException(NO_CHECKPOINTS);
        }
        return environment;
    }
}
