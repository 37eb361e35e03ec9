package io.satisflow.satisfaction;

import io.satisflow.satisfaction.tally.Tallies;
import io.satisflow.satisfaction.window.GridAdvance;
import io.satisflow.satisfaction.window.GridStanding;
import io.satisflow.satisfaction.window.KeptWindow;
import io.satisflow.satisfaction.window.Pane;
import io.satisflow.satisfaction.window.PaneStore;
import io.satisflow.satisfaction.window.SegmentWindows;
import io.satisflow.satisfaction.window.WindowGrid;
import io.satisflow.satisfaction.window.WindowRow;
import io.satisflow.satisfaction.window.WindowTotals;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Plays a ledger to one segment, looking at no other steps than those at which something becomes known or is due. */
final class Playback {
    private final WindowGrid grid;
    private final Ledger ledger;
    private final Map<Long, Tallies> store = new HashMap<>();
    private final List<WindowRow> rows = new ArrayList<>();
    private final List<Pane> panes = new ArrayList<>();
    private GridStanding standing;
    private OptionalLong next = OptionalLong.empty();
    private long at;

    Playback(WindowGrid grid, Ledger ledger) {
        this.grid = grid;
        this.ledger = ledger;
        this.at = -grid.step();
        this.standing = GridStanding.unknown(grid.step(), at);
    }

    Playback advanceTo(long time) {
        for (at += grid.step(); at <= time; at += grid.step()) {
            Map<Long, Tallies> known = ledger.knownAt(grid, at);
            if (!known.isEmpty() || next.equals(OptionalLong.of(at))) {
                look(known);
            }
        }
        at -= grid.step();
        return this;
    }

    private void look(Map<Long, Tallies> known) {
        GridAdvance advance = SegmentWindows.advance(grid, standing, new MapStore(), at, known);
        rows.addAll(advance.rows());
        panes.addAll(advance.panes());
        next = advance.next();
        standing = advance.standing().isNothing() ? GridStanding.unknown(grid.step(), at) : advance.standing();
    }

    List<WindowRow> rows() {
        return rows;
    }

    List<Pane> panes() {
        return panes;
    }

    /** What a reader of the present knows. */
    WindowTotals present(KeptWindow kept) {
        return rows.stream()
                .filter(row ->
                        row.window().equals(kept.window()) && row.audience().isOfPresent())
                .reduce((earlier, later) -> later)
                .map(WindowRow::totals)
                .orElse(WindowTotals.NOTHING);
    }

    OptionalLong presentToldAt(KeptWindow kept) {
        return rows.stream()
                .filter(row ->
                        row.window().equals(kept.window()) && row.audience().isOfPresent())
                .mapToLong(WindowRow::to)
                .max();
    }

    Optional<WindowTotals> lastTold(KeptWindow kept, long step) {
        return rows.stream()
                .filter(row ->
                        row.window().equals(kept.window()) && row.audience().isOfSteps() && row.to() == step)
                .reduce((earlier, later) -> later)
                .map(WindowRow::totals);
    }

    boolean isNothingLeft() {
        return store.isEmpty() && standing.isNothing() && next.isEmpty();
    }

    private final class MapStore implements PaneStore {
        @Override
        public Tallies get(long pane) {
            return store.getOrDefault(pane, Tallies.NOTHING);
        }

        @Override
        public void put(long pane, Tallies tallies) {
            store.put(pane, tallies);
        }

        @Override
        public void remove(long pane) {
            store.remove(pane);
        }
    }
}
