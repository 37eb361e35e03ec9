package io.satisflow.satisfaction.window;

/**
 * A window of one segment at the end of one of its steps. The same step again with a later {@code asOf} is a correction.
 *
 * @param to epoch milliseconds: the first instant that does not count any more
 * @param asOf epoch milliseconds: everything known by then is in it
 */
public record WindowRow(RollingWindow window, long to, long asOf, WindowTotals totals) {

    /** The first instant that counts. */
    public long from() {
        return to - window.lengthMillis();
    }
}
