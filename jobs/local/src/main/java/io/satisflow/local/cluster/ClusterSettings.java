package io.satisflow.local.cluster;

import java.util.HashMap;
import java.util.Map;
import org.apache.flink.configuration.Configuration;

/** What the embedded cluster as a whole is told: small, on loopback only. */
final class ClusterSettings {
    /** RocksDB needs at least 32 MB a slot, else it flushes all the time. */
    private static final int MANAGED_MEGABYTES_PER_SLOT = 48;

    private ClusterSettings() {}

    static Configuration of(int slots, WorkingFiles files) {
        Map<String, String> settings = new HashMap<>(files.settings());
        settings.putAll(Map.of(
                // Of each job: a torn checkpoint must not be the only one.
                "execution.checkpointing.num-retained", "3",
                "rest.address", "127.0.0.1",
                "rest.bind-address", "127.0.0.1",
                "rest.bind-port", "0",
                "taskmanager.memory.managed.size", MANAGED_MEGABYTES_PER_SLOT * slots + " mb",
                "taskmanager.memory.network.min", "64 mb",
                "taskmanager.memory.network.max", "64 mb"));
        return Configuration.fromMap(settings);
    }
}
