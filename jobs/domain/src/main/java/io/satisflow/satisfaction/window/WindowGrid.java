package io.satisflow.satisfaction.window;

import java.io.Serializable;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Windows that move by the same step and therefore share their panes, one of which is one step long. An answer is
 * counted once for all of them.
 *
 * <p>Times are epoch milliseconds; a pane is known by its first instant, a step by the instant at which it closes.
 *
 * @param windows at least one, all of one step
 * @param lateness how long after it closed a pane may still change the steps that have been told
 * @param toldPane how long the panes are that are told, a multiple of the step; 0 when they are told by another grid
 */
public record WindowGrid(List<KeptWindow> windows, Duration lateness, long toldPane) implements Serializable {

    /** One that tells its panes as they are. */
    public WindowGrid(List<KeptWindow> windows, Duration lateness) {
        this(windows, lateness, windows.get(0).window().stepMillis());
    }

    public long step() {
        return windows.get(0).window().stepMillis();
    }

    /** The pane that an instant falls into. */
    public long paneOf(long instant) {
        return Math.floorDiv(instant, step()) * step();
    }

    /** The step at which something that becomes known is told: never before it is known. */
    public long stepFor(long knownAt) {
        return -Math.floorDiv(-knownAt, step()) * step();
    }

    /** When all that falls into the pane of an instant has been told to those who watch, and to those who add up. */
    public long endOf(long instant) {
        return tellings()
                .map(each -> Math.floorDiv(instant, each) * each + each)
                .max()
                .orElse(instant);
    }

    /** Whether at this instant nothing is left to be told. */
    public boolean isEnd(long instant) {
        return tellings().allMatch(each -> instant % each == 0);
    }

    private LongStream tellings() {
        return LongStream.concat(
                LongStream.of(Math.max(step(), toldPane())),
                windows.stream()
                        .mapToLong(kept -> kept.window().pace().present().toMillis()));
    }

    long longest() {
        return windows.stream()
                .map(kept -> kept.window().lengthMillis())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /**
     * Until when a pane is needed: by the window before the present one, as it stood at the oldest step told again, and as long as
     * others with which it is told.
     */
    long neededUntil(long pane) {
        long closed = toldPane == 0 ? pane + step() : Math.floorDiv(pane, toldPane) * toldPane + toldPane;
        return closed + 2 * longest() + lateness.toMillis();
    }
}
