package io.satisflow.flink.settings;

import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The execution environment, with the two rules that keep state restorable for ever: own uids, no Kryo. */
public final class JobEnvironment {
    private JobEnvironment() {}

    public static StreamExecutionEnvironment get() {
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
        environment.configure(Configuration.fromMap(
                Map.of("pipeline.auto-generate-uids", "false", "pipeline.generic-types", "false")));
        return environment;
    }
}
