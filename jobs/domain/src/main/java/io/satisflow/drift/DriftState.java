package io.satisflow.drift;

import io.satisflow.drift.detector.Direction;
import io.satisflow.drift.detector.Level;
import io.satisflow.drift.normal.NormalState;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A drift that was told and is not over.
 *
 * @param from what was told of it
 * @param normalBefore what was normal when it was told; null for shares of promises, which have an objective
 * @param levelSince without the rhythm, as it was when the drift was told
 * @param steps since it was told
 * @param back evidence, as a CUSUM, that the score is where it was
 * @param before answers at the level before
 * @param silent it was told that there is no data
 */
public record DriftState(
        String id,
        Direction direction,
        Instant since,
        double from,
        double to,
        @Nullable NormalState normalBefore,
        double levelSince,
        int steps,
        double back,
        Level before,
        @Nullable Map<String, Level> partsBefore,
        boolean silent) {
    /** Tolerates null, which a field that was added after a savepoint is restored as. */
    public DriftState {
        before = before == null ? Level.NONE : before;
    }

    DriftState stepped(double evidence) {
        return new DriftState(
                id,
                direction,
                since,
                from,
                to,
                normalBefore,
                levelSince,
                steps + 1,
                evidence,
                before,
                partsBefore,
                silent);
    }

    DriftState silent(boolean now) {
        return new DriftState(
                id, direction, since, from, to, normalBefore, levelSince, steps, back, before, partsBefore, now);
    }

    /** Without the rhythm. */
    double levelBefore() {
        return normalBefore == null ? from : normalBefore.level();
    }
}
