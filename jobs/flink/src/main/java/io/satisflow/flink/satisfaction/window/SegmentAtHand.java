package io.satisflow.flink.satisfaction.window;

import io.satisflow.satisfaction.tally.Tallies;
import io.satisflow.satisfaction.window.WindowGrid;
import io.satisflow.segment.Segment;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A segment's windows while they are at hand: taken from state once, written back at the next checkpoint. */
final class SegmentAtHand {
    private final String key;
    private final Segment segment;
    private final List<GridAtHand> grids;
    /** A divisor of all steps: what falls into one such stretch falls into one pane of every grid. */
    private final long cell;
    /** What has come since time moved on last. */
    private final Map<Cell, Tallies> arrived = new HashMap<>();
    /** Timers that may be set for it. */
    private final Set<Long> timers;

    private boolean isUsed = true;

    private SegmentAtHand(String key, List<GridAtHand> grids, long cell, Set<Long> timers) {
        this.key = key;
        this.segment = Segment.parse(key);
        this.grids = grids;
        this.cell = cell;
        this.timers = timers;
    }

    /** @param key the current one */
    static SegmentAtHand take(String key, List<WindowGrid> kept, long cell, SegmentStore store) throws Exception {
        Map<Long, SegmentStore.StoredGrid> stored = store.read();
        List<GridAtHand> grids = kept.stream()
                .map(grid ->
                        new GridAtHand(grid, store, stored.getOrDefault(grid.step(), SegmentStore.StoredGrid.NOTHING)))
                .toList();
        Set<Long> timers = stored.values().stream()
                .map(SegmentStore.StoredGrid::next)
                .collect(Collectors.toCollection(HashSet::new));
        timers.remove(SegmentStore.NEVER);
        return new SegmentAtHand(key, grids, cell, timers);
    }

    /**
     * @param known the end of the stretch within which something becomes known
     * @param occurred the beginning of the one in which it occurred
     */
    private record Cell(long known, long occurred) {}

    String key() {
        return key;
    }

    Segment segment() {
        return segment;
    }

    List<GridAtHand> grids() {
        return grids;
    }

    Set<Long> timers() {
        return timers;
    }

    /** Whether nothing had come since time moved on. */
    boolean add(long knownAt, long occurredAt, Tallies tallies) {
        boolean isFirst = arrived.isEmpty();
        Cell place = new Cell(-Math.floorDiv(-knownAt, cell) * cell, Math.floorDiv(occurredAt, cell) * cell);
        arrived.merge(place, tallies, Tallies::plus);
        isUsed = true;
        return isFirst;
    }

    /** Lets the grids know what has come. */
    void settle() {
        arrived.forEach((place, tallies) -> grids.forEach(grid -> grid.add(place.known(), place.occurred(), tallies)));
        arrived.clear();
    }

    /** Whether it was used since this was asked last. */
    boolean takeUsed() {
        boolean was = isUsed;
        isUsed = false;
        return was;
    }

    void use() {
        isUsed = true;
    }

    /** The next step of each grid at which something happens. */
    Set<Long> turns() {
        Set<Long> turns = new HashSet<>();
        grids.forEach(grid -> turns.add(grid.due()));
        turns.remove(SegmentStore.NEVER);
        return turns;
    }

    boolean isNothing() {
        return grids.stream().allMatch(GridAtHand::isNothing);
    }

    /** Writes what has changed; it is the current key. */
    void save(SegmentStore store) throws Exception {
        for (GridAtHand grid : grids) {
            grid.save();
        }
        if (isNothing()) {
            store.clear();
        }
    }

    /** How many numbers are on the heap. */
    int weight() {
        int weight = 0;
        for (GridAtHand grid : grids) {
            weight += grid.weight();
        }
        return weight;
    }
}
