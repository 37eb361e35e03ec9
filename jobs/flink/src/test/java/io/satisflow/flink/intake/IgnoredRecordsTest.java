package io.satisflow.flink.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.apache.flink.metrics.SimpleCounter;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.junit.jupiter.api.Test;

class IgnoredRecordsTest {
    @Test
    void what_mappings_leave_out_is_counted_by_reason() {
        Map<String, Counter> registered = new TreeMap<>();
        IgnoredRecords ignored = new IgnoredRecords(new NamedGroup("", registered));
        ignored.count("test ticket");
        ignored.count("test ticket");
        ignored.count("no text");

        assertThat(registered.keySet())
                .containsExactly("reason.no text.ignoredRecords", "reason.test ticket.ignoredRecords");
        assertThat(Objects.requireNonNull(registered.get("reason.test ticket.ignoredRecords"))
                        .getCount())
                .isEqualTo(2);
    }

    /** Keeps counters by their full names. */
    private static final class NamedGroup extends UnregisteredMetricsGroup {
        private final String name;
        private final Map<String, Counter> registered;

        NamedGroup(String name, Map<String, Counter> registered) {
            this.name = name;
            this.registered = registered;
        }

        @Override
        public MetricGroup addGroup(String key, String value) {
            return new NamedGroup(name + key + "." + value + ".", registered);
        }

        @Override
        public Counter counter(String metric) {
            Counter counter = new SimpleCounter();
            registered.put(name + metric, counter);
            return counter;
        }
    }
}
