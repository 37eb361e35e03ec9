package io.satisflow.flink.satisfaction.window;

import io.satisflow.satisfaction.tally.Tallies;
import io.satisflow.satisfaction.window.GridAdvance;
import io.satisflow.satisfaction.window.GridStanding;
import io.satisflow.satisfaction.window.SegmentWindows;
import io.satisflow.satisfaction.window.WindowGrid;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How far a segment has come in one grid, and what has become known since, by the step at which it is used, however far that is
 * ahead of the watermark.
 */
final class GridAtHand {
    private final WindowGrid grid;
    private final SegmentStore store;
    private final PanesAtHand panes;
    private final NavigableMap<Long, Map<Long, Tallies>> known = new TreeMap<>();
    /** Steps of which something is stored. */
    private final Set<Long> stored = new HashSet<>();
    /** Steps that differ from what is stored of them. */
    private final Set<Long> unsaved = new HashSet<>();

    private @Nullable GridStanding standing;
    private long next;
    private boolean isMoved;
    private int weight;

    GridAtHand(WindowGrid grid, SegmentStore store, SegmentStore.StoredGrid was) {
        this.grid = grid;
        this.store = store;
        this.panes = new PanesAtHand(grid, store);
        this.standing = was.standing();
        this.next = was.next();
        this.weight = standing == null ? 0 : weightOf(standing);
        was.known().forEach((step, panesOfStep) -> {
            panesOfStep.forEach((pane, tallies) -> put(step, pane, tallies));
            stored.add(step);
        });
    }

    WindowGrid grid() {
        return grid;
    }

    /**
     * @param knownAt epoch milliseconds, later than any step that was looked at
     * @param occurredAt epoch milliseconds
     */
    void add(long knownAt, long occurredAt, Tallies tallies) {
        long step = grid.stepFor(knownAt);
        put(step, grid.paneOf(occurredAt), tallies);
        unsaved.add(step);
    }

    private void put(long step, long pane, Tallies more) {
        Map<Long, Tallies> ofStep = known.computeIfAbsent(step, none -> new HashMap<>());
        Tallies before = ofStep.getOrDefault(pane, Tallies.NOTHING);
        Tallies sum = before.plus(more);
        ofStep.put(pane, sum);
        weight += sum.size() - before.size();
    }

    /** The next step at which something happens: something becomes known, leaves, or has to be told. */
    long due() {
        return known.isEmpty() ? next : Math.min(next, known.firstKey());
    }

    /** Moves on to the step that is due; its segment is the current key. */
    GridAdvance advance() {
        long step = due();
        Map<Long, Tallies> news = take(step);
        GridStanding before = standing == null ? GridStanding.unknown(grid.step(), step - grid.step()) : standing;
        weight -= standing == null ? 0 : weightOf(standing);
        GridAdvance advance = SegmentWindows.advance(grid, before, panes, step, news);
        standing = advance.standing().isNothing() ? null : advance.standing();
        next = standing == null ? SegmentStore.NEVER : advance.next().orElse(SegmentStore.NEVER);
        weight += standing == null ? 0 : weightOf(standing);
        isMoved = true;
        return advance;
    }

    private Map<Long, Tallies> take(long step) {
        Map<Long, Tallies> news = known.remove(step);
        if (news == null) {
            return Map.of();
        }
        weight -= news.values().stream().mapToInt(Tallies::size).sum();
        if (stored.contains(step)) {
            unsaved.add(step);
        } else {
            unsaved.remove(step);
        }
        return news;
    }

    boolean isNothing() {
        return standing == null && known.isEmpty();
    }

    /** How many numbers are on the heap. */
    int weight() {
        return weight + panes.weight();
    }

    private static int weightOf(GridStanding standing) {
        return standing.totals().values().stream()
                .mapToInt(totals ->
                        1 + totals.current().size() + totals.previous().size())
                .sum();
    }

    /** Writes what has changed; its segment is the current key. */
    void save() throws Exception {
        for (long step : unsaved) {
            Map<Long, Tallies> ofStep = known.get(step);
            if (ofStep != null) {
                store.putKnown(grid, step, ofStep);
                stored.add(step);
            } else if (stored.remove(step)) {
                store.removeKnown(grid, step);
            }
        }
        unsaved.clear();
        if (isMoved) {
            if (standing == null) {
                store.removeStanding(grid);
            } else {
                store.putStanding(grid, standing, next);
            }
            isMoved = false;
        }
        panes.save();
    }
}
