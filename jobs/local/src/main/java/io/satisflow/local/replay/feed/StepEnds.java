package io.satisflow.local.replay.feed;

import io.satisflow.satisfaction.SatisfactionSettings;
import io.satisflow.satisfaction.window.WindowGrid;
import java.time.Instant;
import java.util.List;

/** Where the steps of the windows end: an answer is in a window once the step it falls into has closed. */
public record StepEnds(List<WindowGrid> grids) {
    public static StepEnds of(SatisfactionSettings settings) {
        return new StepEnds(settings.grids());
    }

    /** When every window holds what was said at this instant. */
    Instant endOf(long instant) {
        long end = grids.stream().mapToLong(grid -> grid.endOf(instant)).max().orElse(instant);
        return Instant.ofEpochMilli(end);
    }

    /** Whether at this instant every window has closed its step. */
    boolean isEnd(Instant instant) {
        return grids.stream().allMatch(grid -> grid.isEnd(instant.toEpochMilli()));
    }
}
