package io.satisflow.flink.intake;

import java.util.HashMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** Counts what mappings leave out: {@code ignoredRecords}, for each {@code reason}. */
final class IgnoredRecords {
    private final MetricGroup group;
    private final Map<String, Counter> byReason = new HashMap<>();

    IgnoredRecords(MetricGroup group) {
        this.group = group;
    }

    void count(String reason) {
        byReason.computeIfAbsent(reason, name -> group.addGroup("reason", name).counter("ignoredRecords"))
                .inc();
    }
}
