package io.satisflow.warehouse.rows;

import io.satisflow.warehouse.table.RowBuilder;
import io.satisflow.warehouse.table.TableRow;
import io.satisflow.warehouse.table.Tables;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The metrics of a segment on one day, a row each. */
public final class DayRows {
    private static final List<String> PARTS =
            List.of("total", "top", "promoters", "detractors", "met", "missed", "hits", "provisional");

    /** What the parts of a complaint rate are called elsewhere: complaints for each of what could be complained of. */
    private static final Map<String, String> OTHER_NAMES =
            Map.of("sum", "total", "complaints", "hits", "exposure", "n");

    private static final String VOLUME = "volume";

    private DayRows() {}

    /** @param sums of all panes of the day, as topic satisfaction-panes names them: {@code csat.n}, {@code csat.top} */
    public static List<TableRow> of(
            Map<String, String> segment, LocalDate day, Map<String, Double> sums, Instant asOf) {
        Map<String, Map<String, Double>> byMetric = new TreeMap<>();
        sums.forEach((name, value) -> {
            int dot = name.lastIndexOf('.');
            String part = name.substring(dot + 1);
            byMetric.computeIfAbsent(name.substring(0, Math.max(dot, 0)), metric -> new TreeMap<>())
                    .put(OTHER_NAMES.getOrDefault(part, part), value);
        });
        List<TableRow> rows = new ArrayList<>();
        byMetric.forEach((metric, parts) -> rows.add(row(segment, day, metric, parts, asOf)));
        return rows;
    }

    private static TableRow row(
            Map<String, String> segment, LocalDate day, String metric, Map<String, Double> parts, Instant asOf) {
        Double n = n(parts);
        Double total = parts.get("total");
        RowBuilder row = RowBuilder.of(Tables.DAILY)
                .set("day", day)
                .set("metric", metric)
                .set("n", n == null ? null : Math.round(n))
                .set("score", score(metric, parts, n))
                .set("mean", total == null || n == null || n == 0 ? null : total / n)
                .set("as_of", asOf);
        PARTS.forEach(part -> row.set(part, parts.get(part)));
        SegmentColumns.set(row, segment);
        return row.build();
    }

    private static @Nullable Double n(Map<String, Double> parts) {
        Double answers = parts.get("n");
        return answers != null ? answers : parts.containsKey("met") ? promises(parts) : null;
    }

    private static double promises(Map<String, Double> parts) {
        return parts.getOrDefault("met", 0.0) + parts.getOrDefault("missed", 0.0);
    }

    private static @Nullable Double score(String metric, Map<String, Double> parts, @Nullable Double n) {
        if (n == null || n == 0) {
            return null;
        }
        if (parts.containsKey("promoters")) {
            return 100 * (parts.get("promoters") - parts.getOrDefault("detractors", 0.0)) / n;
        }
        if (parts.containsKey("met")) {
            return 100 * parts.get("met") / promises(parts);
        }
        if (parts.containsKey("hits")) {
            return 100 * parts.get("hits") / n;
        }
        if (parts.containsKey("top")) {
            return 100 * parts.get("top") / n;
        }
        if (parts.containsKey("agreed")) {
            return 100 * parts.get("agreed") / n;
        }
        // csat_mean brings answers to 0 to 100, which needs the question's scale: its mean stands on the question's
        // own.
        if (metric.equals("csat_mean") || metric.startsWith("csat_mean.")) {
            return null;
        }
        if (parts.containsKey("total")) {
            return parts.get("total") / n;
        }
        // Only a count is its own n: distinct customers and an index are in no sums.
        return metric.equals(VOLUME) || metric.startsWith(VOLUME + ".") ? n : null;
    }
}
