package io.satisflow.local.bench.sla;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** What the runs showed, as a table for people and one line of JSON for comparing over time. */
public record SlaBenchReport(SlaBenchOptions options, List<SlaBenchResult> results) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    public SlaBenchReport {
        results = List.copyOf(results);
    }

    /** A table in Markdown, and what it was measured with. */
    public String table() {
        StringBuilder table = new StringBuilder(text(
                "One subtask, RocksDB with %d MB of cache and write buffers, %,d updates with Zipf exponent %.2f, a watermark each %,d events, checkpoints each 2 s.%n%n",
                options.cacheMegabytes(), options.updates(), options.skew(), TicketLoad.EVENTS_PER_WATERMARK));
        table.append("| open tickets | clocks | CPU us/update | of it clocks | updates/s | CPU us/event opening"
                + " | CPU us/breach | CPU us/closing | CPU us/reopening | late ms | lag ms p50/p99/max"
                + " | checkpoint ms quiet/storm | state MB |\n");
        table.append("|---:|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|---:|\n");
        results.forEach(result -> table.append(row(result)));
        table.append('\n');
        results.stream()
                .filter(result -> result.clocks() == BenchedClocks.LAZY)
                .forEach(lazy -> eager(lazy).ifPresent(other -> table.append(comparison(lazy, other))));
        growth(SlaBenchResult::updateCpuMicros).ifPresent(growth -> table.append(growth("update", growth)));
        growth(SlaBenchResult::breachCpuMicros).ifPresent(growth -> table.append(growth("breach", growth)));
        return table.toString();
    }

    private static String row(SlaBenchResult result) {
        return text(
                "| %,d | %s | %.1f | %.1f | %,.0f | %.1f | %.1f | %.1f | %.1f | %d | %.0f / %.0f / %.0f | %,d / %,d | %,.0f |%n",
                result.load().tickets(),
                result.clocks().label(),
                result.updateCpuMicros(),
                result.clocksCpuMicros(),
                result.updatesPerSecond(),
                result.openCpuMicros(),
                result.breachCpuMicros(),
                result.closeCpuMicros(),
                result.reopenCpuMicros(),
                result.lateMillis(),
                result.lagMillis().get(0),
                result.lagMillis().get(1),
                result.lagMillis().get(2),
                result.quietCheckpointMillis(),
                result.stormCheckpointMillis(),
                result.stateMegabytes());
    }

    private static String comparison(SlaBenchResult lazy, SlaBenchResult eager) {
        return text(
                "At %,d open tickets lazy clocks take %.2f times the updates a second, with %.2f times less CPU an update; %,d words were the same.%n",
                lazy.load().tickets(),
                lazy.updatesPerSecond() / eager.updatesPerSecond(),
                eager.updateCpuMicros() / lazy.updateCpuMicros(),
                lazy.words());
    }

    private Optional<SlaBenchResult> eager(SlaBenchResult lazy) {
        return results.stream()
                .filter(other -> other.clocks() == BenchedClocks.DELETE_AND_REGISTER)
                .filter(other -> other.load().equals(lazy.load()))
                .findFirst();
    }

    private String growth(String of, double growth) {
        return text(
                "CPU of a lazy %s at %,d open tickets: %.2f times that at %,d.%n",
                of,
                results.get(results.size() - 1).load().tickets(),
                growth,
                results.get(0).load().tickets());
    }

    /** How much dearer it is, with lazy clocks, with the most tickets than with the fewest. */
    private Optional<Double> growth(ToDoubleFunction<SlaBenchResult> cost) {
        List<SlaBenchResult> lazy = results.stream()
                .filter(result -> result.clocks() == BenchedClocks.LAZY)
                .toList();
        return lazy.size() < 2
                ? Optional.empty()
                : Optional.of(cost.applyAsDouble(lazy.get(lazy.size() - 1)) / cost.applyAsDouble(lazy.get(0)));
    }

    /** One line: the setting, and a row for each run. */
    public String json() {
        ObjectNode report = MAPPER.createObjectNode()
                .put("bench", "sla")
                .put("updates", options.updates())
                .put("zipf", options.skew())
                .put("cache_mb", options.cacheMegabytes());
        ArrayNode runs = report.putArray("runs");
        for (SlaBenchResult result : results) {
            runs.addObject()
                    .put("tickets", result.load().tickets())
                    .put("clocks", result.clocks().label())
                    .put("update_cpu_us", result.updateCpuMicros())
                    .put("clocks_cpu_us", result.clocksCpuMicros())
                    .put("updates_per_s", result.updatesPerSecond())
                    .put("open_cpu_us", result.openCpuMicros())
                    .put("breach_cpu_us", result.breachCpuMicros())
                    .put("breaches", result.breaches())
                    .put("late_ms", result.lateMillis())
                    .put("lag_p99_ms", result.lagMillis().get(1))
                    .put("close_cpu_us", result.closeCpuMicros())
                    .put("reopen_cpu_us", result.reopenCpuMicros())
                    .put("quiet_checkpoint_ms", result.quietCheckpointMillis())
                    .put("storm_checkpoint_ms", result.stormCheckpointMillis())
                    .put("state_mb", result.stateMegabytes())
                    .put("words", result.words())
                    .put("digest", Long.toHexString(result.digest()));
        }
        return report.toString();
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
