package io.satisflow.drift;

import io.satisflow.drift.detector.Baseline;
import io.satisflow.drift.detector.Direction;
import io.satisflow.drift.detector.EwmaChart;
import io.satisflow.drift.detector.Level;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the series of one metric of one segment.
 *
 * @param chart null while the baseline is being learnt
 * @param since when the moving average last stood at its target; null while it has not left it
 * @param level of the steps since then
 * @param drift the drift that lasts, null when there is none
 */
public record SeriesState(
        Baseline baseline,
        EwmaChart.@Nullable State chart,
        @Nullable Instant since,
        Level level,
        Parts parts,
        @Nullable Drift drift) {
    public static final SeriesState NEW = new SeriesState(Baseline.NOTHING, null, null, Level.NONE, Parts.NONE, null);

    /** Tolerates null, which a field that was added after a savepoint is restored as. */
    public SeriesState {
        baseline = baseline == null ? Baseline.NOTHING : baseline;
        level = level == null ? Level.NONE : level;
        parts = parts == null ? Parts.NONE : parts;
    }

    /** A drift that was told and has not ended. */
    public record Drift(String id, Direction direction) {}
}
