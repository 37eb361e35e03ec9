package io.satisflow.drift;

import io.satisflow.drift.detector.BurnRate;
import io.satisflow.drift.detector.Level;
import io.satisflow.drift.detector.TabularCusum.Sums;
import io.satisflow.drift.normal.NormalState;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the series of one metric of one segment.
 *
 * @param chart what stands above, and below, what is expected
 * @param above the steps since nothing stood above; null when nothing does
 * @param below the steps since nothing stood below
 * @param before answers at the present level
 * @param partsBefore the same by part
 * @param drift the drift that lasts, null when there is none
 * @param burn of a metric with an objective; null for others
 */
public record SeriesState(
        NormalState normal,
        Sums chart,
        @Nullable Excursion above,
        @Nullable Excursion below,
        Level before,
        Map<String, Level> partsBefore,
        @Nullable DriftState drift,
        BurnRate.@Nullable State burn) {
    public static final SeriesState NEW =
            new SeriesState(NormalState.NOTHING, new Sums(0, 0), null, null, Level.NONE, Map.of(), null, null);

    /** Tolerates null, which a field that was added after a savepoint is restored as. */
    public SeriesState {
        normal = normal == null ? NormalState.NOTHING : normal;
        chart = chart == null ? new Sums(0, 0) : chart;
        before = before == null ? Level.NONE : before;
        partsBefore = partsBefore == null ? Map.of() : partsBefore;
    }

    /** The end of the last step that was measured; empty before the first. */
    Optional<Instant> measuredTo() {
        if (burn != null && !burn.steps().isEmpty()) {
            return Optional.of(burn.steps().get(burn.steps().size() - 1).to());
        }
        return Optional.ofNullable(normal.lastTo()).map(Instant::ofEpochMilli);
    }

    SeriesState withDrift(@Nullable DriftState changed) {
        return new SeriesState(normal, chart, above, below, before, partsBefore, changed, burn);
    }

    /** With what is normal now, and nothing that stands apart from it. */
    SeriesState afresh(NormalState level, Level answers, Map<String, Level> parts, @Nullable DriftState lasting) {
        return new SeriesState(level, new Sums(0, 0), null, null, answers, parts, lasting, burn);
    }

    SeriesState withBurn(BurnRate.State changed) {
        return new SeriesState(normal, chart, above, below, before, partsBefore, drift, changed);
    }
}
