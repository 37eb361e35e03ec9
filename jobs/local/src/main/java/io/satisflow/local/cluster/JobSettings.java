package io.satisflow.local.cluster;

import io.satisflow.flink.settings.Restore;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.configuration.Configuration;

/** What each job is told; a distributed cluster gives the same keys in its own configuration. */
final class JobSettings {
    private JobSettings() {}

    /**
     * @param checkpoints the job's own
     * @param interval from one checkpoint to the next, at which what it writes is committed
     * @param flush how long a record may wait in a buffer for more; zero for not at all
     */
    static Configuration of(StoredCheckpoints checkpoints, int parallelism, Duration interval, Duration flush) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "parallelism.default", String.valueOf(parallelism),
                "pipeline.auto-generate-uids", "false",
                "pipeline.generic-types", "false",
                "state.backend.type", "rocksdb",
                "execution.checkpointing.mode", "EXACTLY_ONCE",
                "execution.checkpointing.interval", interval.toMillis() + " ms",
                "execution.checkpointing.incremental", "true",
                "execution.checkpointing.dir", checkpoints.uri().toString(),
                "execution.checkpointing.externalized-checkpoint-retention", "RETAIN_ON_CANCELLATION",
                "restart-strategy.type", "exponential-delay"));
        settings.put("execution.buffer-timeout.interval", flush.toMillis() + " ms");
        // Most rows that are read lie in one of several files, and asking each of them is what reading costs.
        settings.put("state.backend.rocksdb.use-bloom-filter", "true");
        // A slot's cache is small: whole filters that were evicted would be read again and again.
        settings.put("state.backend.rocksdb.memory.partitioned-index-filters", "true");
        checkpoints.newestWhole().ifPresent(newest -> {
            settings.put("execution.state-recovery.path", newest.toString());
            settings.put("execution.state-recovery.claim-mode", "CLAIM");
            // Who runs the cluster in the process has a place of its own for what there is to say.
            settings.put(Restore.OUTAGE_IS_TOLD, "true");
        });
        return Configuration.fromMap(settings);
    }
}
