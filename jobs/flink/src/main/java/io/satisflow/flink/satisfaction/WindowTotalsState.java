package io.satisflow.flink.satisfaction;

import io.satisflow.flink.satisfaction.tally.TalliesFormat;
import io.satisflow.satisfaction.window.WindowTotals;

/**
 * What stands in a window and in the one before it, as {@link TalliesFormat} writes tallies.
 *
 * @param metrics the names of those that are kept in it; with others in the settings, the totals are of no use
 */
public record WindowTotalsState(String metrics, byte[] current, byte[] previous) {

    /** Tolerates null, which a field that was added after a savepoint is restored as. */
    public WindowTotalsState {
        metrics = metrics == null ? "" : metrics;
        current = current == null ? new byte[0] : current;
        previous = previous == null ? new byte[0] : previous;
    }

    static WindowTotalsState of(String metrics, WindowTotals totals) {
        return new WindowTotalsState(
                metrics, TalliesFormat.write(totals.current()), TalliesFormat.write(totals.previous()));
    }

    WindowTotals toDomain() {
        return new WindowTotals(TalliesFormat.read(current), TalliesFormat.read(previous));
    }
}
