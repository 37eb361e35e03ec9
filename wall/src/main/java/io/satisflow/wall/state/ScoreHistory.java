package io.satisflow.wall.state;

import io.satisflow.wire.Metric;
import io.satisflow.wire.SatisfactionRow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How scores went: of each segment, window and metric the last steps, and by the hour for a month. Segments of more than one
 * dimension are remembered for less long, and all together only so far, so that many segments cannot fill the memory.
 */
public final class ScoreHistory {
    private static final int POINTS = 720;
    private static final int POINTS_OF_PARTS = 240;
    private static final long MOST_POINTS = 4_000_000;
    private static final long HOUR = Duration.ofHours(1).toMillis();

    private final Map<Place, Lines> lines = new HashMap<>();
    private long points;
    private long leftOut;

    private record Place(String segment, String window, String metric) {}

    private record Lines(Series fine, Series hourly) {}

    void heard(String segment, SatisfactionRow row) {
        row.getMetrics().forEach((name, metric) -> put(new Place(segment, row.getWindow(), name), row, metric));
    }

    private void put(Place place, SatisfactionRow row, Metric metric) {
        Lines kept = lines.get(place);
        if (kept == null) {
            if (points > MOST_POINTS) {
                leftOut++;
                return;
            }
            int most = row.getSegment().size() > 1 ? POINTS_OF_PARTS : POINTS;
            kept = new Lines(new Series(most), new Series(most));
            lines.put(place, kept);
        }
        Point point = new Point(row.getTo(), metric.getValue(), metric.getN(), metric.getLow(), metric.getHigh());
        int before = kept.fine().size() + kept.hourly().size();
        kept.fine().put(point);
        if (row.getTo().toEpochMilli() % HOUR == 0) {
            kept.hourly().put(point);
        }
        points += kept.fine().size() + kept.hourly().size() - before;
    }

    /** @return in the order of time; hours where steps are not remembered any more */
    public List<Point> points(String segment, String window, String metric, Instant from, Instant to) {
        Lines kept = lines.get(new Place(segment, window, metric));
        if (kept == null) {
            return List.of();
        }
        TreeMap<Instant, Point> all = new TreeMap<>();
        kept.hourly().forEach(point -> all.put(point.to(), point));
        kept.fine().forEach(point -> all.put(point.to(), point));
        return new ArrayList<>(all.subMap(from, true, to, true).values());
    }

    public long points() {
        return points;
    }

    /** Points that found no room. */
    public long leftOut() {
        return leftOut;
    }
}
