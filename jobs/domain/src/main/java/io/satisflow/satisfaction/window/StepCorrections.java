package io.satisflow.satisfaction.window;

import io.satisflow.satisfaction.score.Audience;
import io.satisflow.satisfaction.tally.Tallies;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.NavigableMap;
import org.jspecify.annotations.Nullable;

/**
 * Tells closed steps again that something late has changed. A step is told when it differs from what was told of it, and
 * also when it only now differs from the step before: a reader takes a step that was never told for unchanged.
 */
final class StepCorrections {
    private final WindowAtStep window;
    private final KnownPanes panes;

    StepCorrections(WindowAtStep window, KnownPanes panes) {
        this.window = window;
        this.panes = panes;
    }

    /** @param present the totals of the present step, from which those of earlier ones follow backwards */
    List<WindowRow> of(WindowTotals present) {
        NavigableMap<Long, Tallies> late = window.late();
        if (late.isEmpty()) {
            return List.of();
        }
        long told = window.window().pace().steps().toMillis();
        long first = window.window().pace().nextStep(late.firstKey() + window.stepLength());
        // The step after the last one that has the late pane in the window before it.
        long last = late.lastKey() + 2 * window.length() + told;
        Deque<WindowRow> rows = new ArrayDeque<>();
        WindowTotals totals = earlier(present, window.step());
        long step = window.step() - window.stepLength();
        while (step >= first && !window.window().pace().isStep(step)) {
            totals = earlier(totals, step);
            step -= window.stepLength();
        }
        for (; step >= first; step -= told) {
            WindowTotals before = step > first ? earlier(totals, step, told) : null;
            if (step <= last && isToTell(step, totals, before)) {
                rows.addFirst(window.row(step, totals, Audience.STEPS));
            }
            totals = before == null ? totals : before;
        }
        return List.copyOf(rows);
    }

    /** Whether the next step that is told may come to differ from the one before it since that is told again. */
    boolean touchNextStep() {
        return areAny() && !window.window().pace().isStep(window.step());
    }

    private boolean areAny() {
        return !window.late().isEmpty();
    }

    /** Whether the present step differs from the one before it only since that one is told again. */
    boolean partFrom(WindowTotals present) {
        return areAny()
                && window.window().pace().isStep(window.step())
                && !present.saysTheSameAs(earlier(
                        present, window.step(), window.window().pace().steps().toMillis()));
    }

    private boolean isToTell(long step, WindowTotals totals, @Nullable WindowTotals before) {
        WindowTotals told = window.asTold(totals, step);
        if (before == null || !totals.saysTheSameAs(told)) {
            return !totals.saysTheSameAs(told);
        }
        long earlier = step - window.window().pace().steps().toMillis();
        return !totals.saysTheSameAs(before) && told.saysTheSameAs(window.asTold(before, earlier));
    }

    private WindowTotals earlier(WindowTotals totals, long step, long by) {
        WindowTotals earlier = totals;
        for (long each = step; each > step - by; each -= window.stepLength()) {
            earlier = earlier(earlier, each);
        }
        return earlier;
    }

    /** The totals one step earlier: the newest pane leaves again, and those that had left come back. */
    private WindowTotals earlier(WindowTotals totals, long step) {
        long length = window.length();
        Tallies newest = pane(step - window.stepLength());
        Tallies between = pane(step - length - window.stepLength());
        Tallies oldest = pane(step - 2 * length - window.stepLength());
        return totals.plusCurrent(between.minus(newest)).plusPrevious(oldest.minus(between));
    }

    private Tallies pane(long first) {
        return window.only(panes.at(first));
    }
}
