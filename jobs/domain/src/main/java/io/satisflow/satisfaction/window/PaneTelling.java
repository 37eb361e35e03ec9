package io.satisflow.satisfaction.window;

import io.satisflow.satisfaction.tally.Tallies;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.SortedSet;
import java.util.TreeSet;

/** Adds the panes of a grid up to those that are told, when they close and when they change after that. */
final class PaneTelling {
    private final WindowGrid grid;
    private final KnownPanes panes;
    private final long length;

    PaneTelling(WindowGrid grid, KnownPanes panes) {
        this.grid = grid;
        this.panes = panes;
        this.length = grid.toldPane();
    }

    /** @param changes by pane of the grid, what has become known since the step before */
    List<Pane> at(long step, NavigableMap<Long, Tallies> changes) {
        SortedSet<Long> told = new TreeSet<>();
        changes.keySet().stream()
                .map(this::paneOf)
                .filter(pane -> pane + length <= step)
                .forEach(told::add);
        long newest = step - length;
        if (step % length == 0 && holdsAnything(newest)) {
            told.add(newest);
        }
        return told.stream()
                .map(pane -> new Pane(pane, pane + length, step, sum(pane)))
                .toList();
    }

    /** When one closes that holds anything by now. */
    OptionalLong next(long step) {
        OptionalLong pane = panes.index().next(paneOf(step));
        return pane.isPresent() ? OptionalLong.of(paneOf(pane.getAsLong()) + length) : pane;
    }

    private long paneOf(long time) {
        return Math.floorDiv(time, length) * length;
    }

    private boolean holdsAnything(long pane) {
        OptionalLong first = panes.index().next(pane);
        return first.isPresent() && first.getAsLong() < pane + length;
    }

    private Tallies sum(long pane) {
        List<Tallies> found = new ArrayList<>();
        panes.between(pane, pane + length - grid.step(), found::add);
        return found.stream().reduce(Tallies.NOTHING, Tallies::plus);
    }
}
