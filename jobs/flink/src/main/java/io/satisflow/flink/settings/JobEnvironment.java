package io.satisflow.flink.settings;

import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The execution environment, with the two rules that keep state restorable for ever: own uids, no Kryo. */
public final class JobEnvironment {
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
     * For a job that writes to topics.
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
