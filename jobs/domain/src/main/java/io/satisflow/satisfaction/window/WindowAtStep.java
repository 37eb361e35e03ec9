package io.satisflow.satisfaction.window;

import io.satisflow.satisfaction.score.Audience;
import io.satisflow.satisfaction.tally.Tallies;
import java.util.NavigableMap;
import java.util.TreeMap;

/** One window at one step, and what has become known that changes it or what has been told of it. */
final class WindowAtStep {
    private final WindowGrid grid;
    private final KeptWindow kept;
    private final long step;
    private final NavigableMap<Long, Tallies> changes;

    /** @param known by pane; only what this window keeps matters to it */
    WindowAtStep(WindowGrid grid, KeptWindow kept, long step, NavigableMap<Long, Tallies> known) {
        this.grid = grid;
        this.kept = kept;
        this.step = step;
        this.changes = new TreeMap<>(known);
        changes.replaceAll((pane, tallies) -> tallies.only(kept.metrics()));
        changes.values().removeIf(Tallies::isNothing);
    }

    String name() {
        return kept.window().name();
    }

    long step() {
        return step;
    }

    long stepLength() {
        return grid.step();
    }

    long length() {
        return kept.window().lengthMillis();
    }

    Tallies only(Tallies tallies) {
        return tallies.only(kept.metrics());
    }

    /** What these totals of the present step become by what is known now. */
    WindowTotals changed(WindowTotals totals) {
        return totals.plusCurrent(changesOfCurrent(step)).plusPrevious(changesOfPrevious(step));
    }

    /** What was known of a step before this one, given what is known now. */
    WindowTotals asTold(WindowTotals totals, long earlier) {
        return totals.plusCurrent(changesOfCurrent(earlier).negated())
                .plusPrevious(changesOfPrevious(earlier).negated());
    }

    /** The panes that changed after they had closed, but not too late for the steps since then to be told again. */
    NavigableMap<Long, Tallies> late() {
        long oldest = step - grid.lateness().toMillis() - grid.step();
        return changes.subMap(oldest, true, step - grid.step(), false);
    }

    /** How many answers have become known that count in it. */
    long news() {
        return changes.subMap(step - length(), step).values().stream()
                .mapToLong(Tallies::answers)
                .sum();
    }

    RollingWindow window() {
        return kept.window();
    }

    WindowRow row(long to, WindowTotals totals, Audience audience) {
        return new WindowRow(kept.window(), to, step, totals, audience);
    }

    private Tallies changesOfCurrent(long at) {
        return sum(at - length(), at);
    }

    private Tallies changesOfPrevious(long at) {
        return sum(at - 2 * length(), at - length());
    }

    private Tallies sum(long from, long to) {
        return changes.subMap(from, to).values().stream().reduce(Tallies.NOTHING, Tallies::plus);
    }
}
