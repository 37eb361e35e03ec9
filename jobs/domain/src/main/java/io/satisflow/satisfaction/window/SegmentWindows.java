package io.satisflow.satisfaction.window;

import io.satisflow.satisfaction.score.Audience;
import io.satisflow.satisfaction.tally.Tallies;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Moves one segment forward in one grid, step by step. A step costs what changes at it, however long the windows are: the
 * pane that closed is added to each window's totals, the one that left is taken away.
 */
public final class SegmentWindows {
    private final WindowGrid grid;
    private final KnownPanes panes;
    private final PaneTelling paneTelling;
    private final GridStanding before;
    private final Map<String, Owed> owed = new TreeMap<>();
    /** By window, the answers that were known before and have come into it since the last step. */
    private final Map<String, Long> entered = new TreeMap<>();

    private SegmentWindows(WindowGrid grid, GridStanding before, PaneStore store) {
        this.grid = grid;
        this.before = before;
        this.panes = new KnownPanes(before.panes(), store);
        this.paneTelling = new PaneTelling(grid, panes);
    }

    /**
     * @param standing as the last step left it. Every step that was due since then, by {@link GridAdvance#next()} or because
     *     something became known, must have been looked at
     * @param step epoch milliseconds, later than the last one
     * @param known by pane, what became known after the step before this one; may take back what was known earlier
     */
    public static GridAdvance advance(
            WindowGrid grid, GridStanding standing, PaneStore store, long step, Map<Long, Tallies> known) {
        return new SegmentWindows(grid, standing, store).advance(step, known);
    }

    private GridAdvance advance(long step, Map<Long, Tallies> known) {
        NavigableMap<Long, Tallies> changes = stillNeeded(known, step);
        Map<String, WindowTotals> totals = new TreeMap<>();
        grid.windows().forEach(kept -> totals.put(kept.window().name(), roll(kept, step)));
        changes.forEach(panes::add);

        List<WindowRow> rows = new ArrayList<>();
        for (KeptWindow kept : grid.windows()) {
            WindowAtStep window = new WindowAtStep(grid, kept, step, changes);
            totals.computeIfPresent(kept.window().name(), (name, rolled) -> window.changed(rolled));
            rows.addAll(rows(window, totals.getOrDefault(kept.window().name(), WindowTotals.NOTHING)));
        }
        List<Pane> told = grid.toldPane() == 0 ? List.of() : paneTelling.at(step, changes);
        panes.dropUntil(grid, step);
        return new GridAdvance(rows, told, new GridStanding(step, panes.index(), totals, owed), next(step));
    }

    /** The steps that are told again, and the present one when there is news in it for those whose turn it is. */
    private List<WindowRow> rows(WindowAtStep window, WindowTotals present) {
        StepCorrections corrections = new StepCorrections(window, panes);
        List<WindowRow> rows = new ArrayList<>(corrections.of(present));
        WindowTotals last = before.totals().getOrDefault(window.name(), WindowTotals.NOTHING);
        Owed due = before.owed()
                .getOrDefault(window.name(), Owed.NOTHING)
                .with(
                        !present.saysTheSameAs(last) || corrections.partFrom(present),
                        corrections.touchNextStep(),
                        entered.getOrDefault(window.name(), 0L) + window.news());
        Audience audience =
                due.audience(window.window(), window.step(), present.current().answers());
        if (audience != Audience.NOBODY) {
            rows.add(window.row(window.step(), present, audience));
        }
        owed.put(window.name(), due.told(audience, window.window(), window.step()));
        return rows;
    }

    /** What is so late that no window needs it any more is left out. */
    private NavigableMap<Long, Tallies> stillNeeded(Map<Long, Tallies> known, long step) {
        NavigableMap<Long, Tallies> changes = new TreeMap<>(known);
        changes.entrySet()
                .removeIf(change -> change.getValue().isNothing() || grid.neededUntil(change.getKey()) <= step);
        return changes;
    }

    /** The window's totals at this step, from those of the last one, by what was known then. */
    private WindowTotals roll(KeptWindow kept, long step) {
        long length = kept.window().lengthMillis();
        long newest = step - grid.step();
        WindowTotals totals = before.totals().get(kept.window().name());
        if (totals == null) {
            // The window is new in the settings: begin with what its panes hold.
            return new WindowTotals(
                    sum(kept, newest - length + grid.step(), newest),
                    sum(kept, newest - 2 * length + grid.step(), newest - length));
        }
        long since = before.reached();
        Tallies come = sum(kept, since, newest);
        entered.put(kept.window().name(), come.answers());
        Tallies left = sum(kept, since - length, newest - length);
        Tallies gone = sum(kept, since - 2 * length, newest - 2 * length);
        return totals.plusCurrent(come.minus(left)).plusPrevious(left.minus(gone));
    }

    private Tallies sum(KeptWindow kept, long first, long last) {
        List<Tallies> found = new ArrayList<>();
        panes.between(first, last, found::add);
        return found.stream().reduce(Tallies.NOTHING, Tallies::plus).only(kept.metrics());
    }

    /** When a pane closes, leaves a window or the one before it; and last of all when nothing is needed any more. */
    private OptionalLong next(long step) {
        long next = nextTelling(step);
        if (panes.index().isEmpty()) {
            return next == Long.MAX_VALUE ? OptionalLong.empty() : OptionalLong.of(next);
        }
        next = Math.min(next, grid.neededUntil(panes.index().last()));
        for (KeptWindow kept : grid.windows()) {
            for (int lengths = 0; lengths <= 2; lengths++) {
                long after = grid.step() + lengths * kept.window().lengthMillis();
                OptionalLong pane = panes.index().next(step - after + 1);
                next = pane.isPresent() ? Math.min(next, pane.getAsLong() + after) : next;
            }
        }
        return OptionalLong.of(next);
    }

    /** When somebody is told what has changed by now; the highest number for never. */
    private long nextTelling(long step) {
        long next =
                grid.toldPane() == 0 ? Long.MAX_VALUE : paneTelling.next(step).orElse(Long.MAX_VALUE);
        for (KeptWindow kept : grid.windows()) {
            Owed waiting = owed.getOrDefault(kept.window().name(), Owed.NOTHING);
            next = Math.min(next, waiting.due(kept.window(), step));
        }
        return next;
    }
}
