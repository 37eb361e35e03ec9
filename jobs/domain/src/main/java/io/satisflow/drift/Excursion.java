package io.satisflow.drift;

import io.satisflow.drift.detector.Level;
import io.satisflow.drift.detector.Step;
import io.satisflow.drift.normal.Normal;
import java.time.Instant;
import java.util.Map;

/**
 * The steps since the chart last stood at nothing on one side: the stretch of a change, if it is one.
 *
 * @param since start of the first step: the estimated change point
 * @param level of what was measured
 * @param expected of what was to be expected in these steps
 * @param distances sum over the steps of how far each stood from what was expected
 * @param parts by the part's name
 */
public record Excursion(
        Instant since, int steps, Level level, Level expected, double distances, Map<String, Level> parts) {
    /** Tolerates null, which a field that was added after a savepoint is restored as. */
    public Excursion {
        level = level == null ? Level.NONE : level;
        expected = expected == null ? Level.NONE : expected;
        parts = parts == null ? Map.of() : parts;
    }

    static Excursion from(Instant since) {
        return new Excursion(since, 0, Level.NONE, Level.NONE, 0, Map.of());
    }

    Excursion with(Step step, Normal.Standing standing, double deviation, Map<String, Reading> readings) {
        long n = Math.max(1, step.n());
        return new Excursion(
                since,
                steps + 1,
                level.with(step.value(), n, Math.max(deviation, step.standardError())),
                expected.with(standing.expected(), n, 0),
                distances + standing.distance(),
                Parts.with(parts, readings));
    }

    /** How far the steps stand from what was expected, on average. */
    double shift() {
        return steps == 0 ? 0 : distances / steps;
    }
}
