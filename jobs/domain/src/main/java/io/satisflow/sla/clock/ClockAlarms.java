package io.satisflow.sla.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** When a clock speaks by itself: each warning and the breach of a promise, once for every promise that it makes. */
final class ClockAlarms {

    /** A moment that comes by itself: a warning, or the breach when there is none. */
    record Alarm(Instant at, @Nullable Warning warning) {}

    /** What makes a promise another one. */
    private record Promised(Duration target, TimeBasis time) {
        static Promised of(Commitment commitment) {
            return new Promised(commitment.target(), commitment.terms().time());
        }
    }

    /** What has been said of a promise; a new one has warnings and a breach of its own. */
    private static final class Told {
        private final Set<String> warned = new HashSet<>();
        private boolean breached;
    }

    private final RunningTime time;
    /** By promise: going back to one that was made before does not tell again what was told of it. */
    private final Map<Promised, Told> told = new HashMap<>();

    private Told current = new Told();
    private @Nullable Alarm next;

    ClockAlarms(RunningTime time) {
        this.time = time;
    }

    Optional<Alarm> next() {
        return Optional.ofNullable(next);
    }

    boolean isBreached() {
        return current.breached;
    }

    void breach() {
        current.breached = true;
    }

    void warn(Warning warning) {
        current.warned.add(warning.reason());
    }

    /** A new instance begins, of which nothing has been said. */
    void forget() {
        told.clear();
    }

    /** Speaks of this promise from now on. */
    void follow(Commitment promised) {
        current = told.computeIfAbsent(Promised.of(promised), none -> new Told());
    }

    /** Speaks of a promise of which whatever had to be said by then has been. */
    void goOn(Commitment promised, boolean breached, Instant until) {
        follow(promised);
        current.breached = breached;
        Duration used = time.consumed(until);
        promised.terms().warnings().stream()
                .filter(warning -> used.compareTo(promised.target().minus(warning.left(promised.target()))) >= 0)
                .forEach(this::warn);
    }

    /** @param promised what holds from now on; null when there is nothing to warn of */
    void set(@Nullable Commitment promised, Instant now) {
        next = promised == null || current.breached || !time.isRunning()
                ? null
                : nextWarning(promised, now)
                        .or(() -> breachAfter(promised, now).map(at -> new Alarm(at, null)))
                        .orElse(null);
    }

    /** When it will break its promise if nothing happens; empty while it says nothing by itself. */
    Optional<Instant> breach(Commitment promised) {
        return next().flatMap(alarm -> breachAfter(promised, alarm.at().minusMillis(1)));
    }

    private Optional<Instant> breachAfter(Commitment promised, Instant now) {
        return time.uses(promised.target()).map(due -> later(due, now).plusMillis(1));
    }

    /** The one that leaves most comes first; one whose moment has passed comes at once. */
    private Optional<Alarm> nextWarning(Commitment promised, Instant now) {
        Duration target = promised.target();
        return promised.terms().warnings().stream()
                .filter(warning -> !current.warned.contains(warning.reason()))
                // A lead as long as the target would warn of nothing but the start.
                .filter(warning -> warning.left(target).compareTo(target) < 0)
                .max(Comparator.comparing(warning -> warning.left(target)))
                .flatMap(warning ->
                        time.uses(target.minus(warning.left(target))).map(at -> new Alarm(later(at, now), warning)));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
