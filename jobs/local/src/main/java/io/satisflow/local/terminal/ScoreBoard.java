package io.satisflow.local.terminal;

import io.satisflow.satisfaction.period.Period;
import io.satisflow.segment.Segment;
import io.satisflow.wire.Metric;
import io.satisflow.wire.SatisfactionRow;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The present scores of each segment, and how its sentiment went of late, step by step. */
public final class ScoreBoard {
    private static final int STEPS = 24;

    private final Map<String, SatisfactionRow> present = new HashMap<>();
    private final Map<String, NavigableMap<Instant, Double>> steps = new HashMap<>();
    private Duration longest = Duration.ZERO;
    private Duration shortest = Duration.ofDays(10_000);

    /** Rows of the longest window are shown. */
    public void present(SatisfactionRow row) {
        if (isPeriod(row)) {
            return;
        }
        Duration length = Duration.between(row.getFrom(), row.getTo());
        if (length.compareTo(longest) > 0) {
            longest = length;
            present.clear();
        }
        if (length.equals(longest)) {
            present.merge(
                    new Segment(row.getSegment()).key(),
                    row,
                    (old, newer) -> newer.getTo().isBefore(old.getTo()) ? old : newer);
        }
    }

    /** Steps of the shortest window are drawn, those that do not overlap. */
    public void step(SatisfactionRow row) {
        if (isPeriod(row)) {
            return;
        }
        Duration length = Duration.between(row.getFrom(), row.getTo());
        if (length.compareTo(shortest) < 0) {
            shortest = length;
            steps.clear();
        }
        Metric sentiment = row.getMetrics().get("sentiment");
        boolean isDisjoint = row.getTo().toEpochMilli() % shortest.toMillis() == 0;
        if (!length.equals(shortest) || !isDisjoint || sentiment == null || sentiment.getValue() == null) {
            return;
        }
        NavigableMap<Instant, Double> line =
                steps.computeIfAbsent(new Segment(row.getSegment()).key(), key -> new TreeMap<>());
        line.put(row.getTo(), sentiment.getValue());
        if (line.size() > STEPS) {
            line.pollFirstEntry();
        }
    }

    /** A period to date grows from row to row; only windows of one length stand beside each other. */
    private static boolean isPeriod(SatisfactionRow row) {
        return Period.named(row.getWindow()).isPresent();
    }

    /** The channels there are, in alphabetical order, after all feedback together. */
    public List<String> segments() {
        return present.values().stream()
                .map(SatisfactionRow::getSegment)
                .filter(segment -> segment.isEmpty() || (segment.size() == 1 && segment.containsKey("channel")))
                .map(segment -> new Segment(segment).key())
                .sorted((one, other) -> rank(one).compareTo(rank(other)))
                .toList();
    }

    @Nullable
    public SatisfactionRow present(String segment) {
        return present.get(segment);
    }

    /** Oldest first. */
    public Collection<Double> steps(String segment) {
        return steps.getOrDefault(segment, new TreeMap<>()).values();
    }

    private static String rank(String segment) {
        return segment.startsWith("channel=") ? segment : "";
    }
}
