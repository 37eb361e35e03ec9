package io.satisflow.sla;

import io.satisflow.calendar.BusinessCalendar;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a clock ran, and how much time of a calendar fell into that. It remembers its stretches rather than a sum, since
 * another policy may count the same stretches by another calendar.
 */
final class RunningTime {
    private record Run(Instant from, Instant to) {}

    private final List<Run> past = new ArrayList<>();
    private BusinessCalendar calendar = BusinessCalendar.ALWAYS;
    private Duration pastTime = Duration.ZERO;
    private @Nullable Instant since;
    private Instant stoppedAt;

    RunningTime(Instant start) {
        since = start;
        stoppedAt = start;
    }

    boolean isRunning() {
        return since != null;
    }

    void countBy(BusinessCalendar other) {
        if (!other.equals(calendar)) {
            calendar = other;
            pastTime = past.stream().map(this::timeOf).reduce(Duration.ZERO, Duration::plus);
        }
    }

    void stop(Instant at) {
        if (since != null) {
            Run run = new Run(since, at);
            past.add(run);
            pastTime = pastTime.plus(timeOf(run));
            since = null;
            stoppedAt = at;
        }
    }

    void goOn(Instant at) {
        if (since == null) {
            since = at;
        }
    }

    Duration consumed(Instant at) {
        return since == null ? pastTime : pastTime.plus(calendar.elapsed(since, at));
    }

    /** The last instant at which it ran. */
    Instant ranUntil(Instant now) {
        return since == null ? stoppedAt : now;
    }

    /** When so much time is or was used up; empty when it stands still before that. */
    Optional<Instant> uses(Duration amount) {
        if (amount.compareTo(pastTime) <= 0) {
            Optional<Instant> before = usedBefore(amount);
            if (before.isPresent()) {
                return before;
            }
        }
        return Optional.ofNullable(since).map(from -> calendar.due(from, notNegative(amount.minus(pastTime))));
    }

    /** What is used up at the very moment at which the clock stops is due when it goes on. */
    private Optional<Instant> usedBefore(Duration amount) {
        Duration left = amount;
        for (Run run : past) {
            Duration time = timeOf(run);
            if (left.compareTo(time) <= 0) {
                Instant used = calendar.due(run.from, left);
                if (used.isBefore(run.to)) {
                    return Optional.of(used);
                }
            }
            left = notNegative(left.minus(time));
        }
        return Optional.empty();
    }

    private Duration timeOf(Run run) {
        return calendar.elapsed(run.from, run.to);
    }

    private static Duration notNegative(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }
}
