package io.satisflow.wall.state;

import io.satisflow.wire.SatisfactionRow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The present row of each segment and window. */
public final class ScoreBoard {
    private final Map<String, Map<String, SatisfactionRow>> byWindow = new HashMap<>();

    void present(String segment, SatisfactionRow row) {
        byWindow.computeIfAbsent(row.getWindow(), window -> new TreeMap<>())
                .merge(segment, row, (old, newer) -> newer.getTo().isBefore(old.getTo()) ? old : newer);
    }

    /** By length, the shortest first. */
    public List<String> windows() {
        List<String> windows = new ArrayList<>(byWindow.keySet());
        windows.sort(Comparator.comparing(this::length).thenComparing(Comparator.naturalOrder()));
        return windows;
    }

    private Duration length(String window) {
        return rows(window).values().stream()
                .findFirst()
                .map(row -> Duration.between(row.getFrom(), row.getTo()))
                .orElse(Duration.ZERO);
    }

    public Optional<SatisfactionRow> row(String segment, String window) {
        return Optional.ofNullable(byWindow.getOrDefault(window, Map.of()).get(segment));
    }

    /** The rows of one window by segment. */
    public Map<String, SatisfactionRow> rows(String window) {
        return byWindow.getOrDefault(window, Map.of());
    }

    /** Which dimensions feedback is split by, each list sorted. */
    public List<List<String>> groupings() {
        Set<List<String>> groupings = new TreeSet<>(
                Comparator.comparing((List<String> names) -> names.size()).thenComparing(String::valueOf));
        byWindow.values()
                .forEach(rows -> rows.values()
                        .forEach(row -> groupings.add(
                                new ArrayList<>(new TreeSet<>(row.getSegment().keySet())))));
        return new ArrayList<>(groupings);
    }
}
