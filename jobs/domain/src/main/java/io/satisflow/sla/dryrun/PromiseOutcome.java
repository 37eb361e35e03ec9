package io.satisflow.sla.dryrun;

import io.satisflow.sla.clock.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * How a policy's promise for one clock was kept. Each activation of the clock counts once.
 *
 * @param met done in time
 * @param missed the target was used up before it was done, or at all
 * @param running neither yet
 * @param cancelled what was promised no longer is
 * @param warned at least once, however it ended
 * @param worst of the missed
 */
public record PromiseOutcome(
        String policy, Clock clock, int met, int missed, int running, int cancelled, int warned, Optional<Miss> worst) {

    /**
     * A promise that was not kept.
     *
     * @param due when it should have been done
     * @param doneAt null when it has not been done at all
     * @param late by the clock on the wall; of what has not been done, until it was cancelled or the end of the telling
     */
    public record Miss(String ticket, Instant due, @Nullable Instant doneAt, Duration late) {}

    /** The share of those decided that were met, from 0 to 1; empty while none is decided. */
    public OptionalDouble shareMet() {
        int decided = met + missed;
        return decided == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) met / decided);
    }
}
