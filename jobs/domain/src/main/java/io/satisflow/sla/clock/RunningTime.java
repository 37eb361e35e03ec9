package io.satisflow.sla.clock;

import io.satisflow.ticket.TicketStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a clock ran, and how much of a target that used up. It remembers stretches rather than a sum. Each is counted as
 * the commitment had it that was in force then: whether the clock ran in that status, and by which hours (rules 2 and
 * 9). A stretch without any commitment is left open for the next one to judge.
 */
final class RunningTime {
    private final Clock clock;
    private final List<CountedStretch> past = new ArrayList<>();
    private Duration pastTime = Duration.ZERO;
    /** What was used before the first stretch that is still known one by one. */
    private @Nullable RunMemory before;

    private @Nullable Commitment terms;
    private TicketStatus status;
    private Instant since;

    RunningTime(Clock clock, Instant start, TicketStatus status) {
        this.clock = clock;
        this.since = start;
        this.status = status;
    }

    /** Goes on from what is remembered; {@code until} is when that was. */
    RunningTime(RunMemory memory, Instant until) {
        this(memory.clock(), until, memory.status());
        this.before = memory;
        this.pastTime = memory.used(memory.time());
    }

    /** What it has used by the clock on the wall, and of business time as far as that was ever counted. */
    Duration used(TimeBasis basis, Instant at) {
        if (terms != null && terms.terms().time() == basis) {
            return consumed(at);
        }
        Duration earlier = before == null ? Duration.ZERO : before.used(basis);
        Duration stretches = past.stream().map(stretch -> stretch.used(basis)).reduce(Duration.ZERO, Duration::plus);
        Duration now = isRunning() && basis == TimeBasis.WALL ? Duration.between(since, at) : Duration.ZERO;
        return earlier.plus(stretches).plus(now);
    }

    /** Never without a commitment. */
    boolean isRunning() {
        return terms != null && terms.runs(clock, status);
    }

    TicketStatus status() {
        return status;
    }

    void enter(TicketStatus next, Instant at) {
        if (next != status) {
            endStretch(at);
            status = next;
        }
    }

    /** @param next null when nothing is promised any more */
    void countFor(@Nullable Commitment next, Instant at) {
        endStretch(at);
        terms = next;
        if (next != null) {
            past.replaceAll(stretch -> stretch.countedFor(next, clock));
            pastTime = past.stream().map(CountedStretch::time).reduce(usedBefore(next), Duration::plus);
        }
    }

    Duration consumed(Instant at) {
        return terms == null || !isRunning()
                ? pastTime
                : pastTime.plus(terms.calendar().elapsed(since, at));
    }

    /** The last instant at which it ran; empty when it never did. */
    Optional<Instant> ranUntil(Instant now) {
        if (isRunning()) {
            return Optional.of(now);
        }
        return past.stream()
                .filter(CountedStretch::hasRun)
                .map(CountedStretch::to)
                .reduce((earlier, later) -> later);
    }

    /** When so much time is or was used up; empty when it stands still before that. */
    Optional<Instant> uses(Duration amount) {
        Duration left = amount;
        if (amount.compareTo(pastTime) > 0) {
            left = amount.minus(pastTime);
        } else {
            Duration earlier = terms == null ? Duration.ZERO : usedBefore(terms);
            if (before != null && amount.compareTo(earlier) <= 0) {
                return Optional.of(before.start().at().plus(amount));
            }
            left = amount.minus(earlier);
            for (CountedStretch stretch : past) {
                Optional<Instant> used = stretch.uses(left);
                if (used.isPresent()) {
                    return used;
                }
                left = notNegative(left.minus(stretch.time()));
            }
        }
        return terms == null || !isRunning()
                ? Optional.empty()
                : Optional.of(terms.calendar().due(since, left));
    }

    private void endStretch(Instant at) {
        if (since.isBefore(at)) {
            CountedStretch unjudged = CountedStretch.unjudged(since, at, status);
            CountedStretch ended = terms == null ? unjudged : unjudged.countedFor(terms, clock);
            past.add(ended);
            pastTime = pastTime.plus(ended.time());
        }
        since = at;
    }

    private Duration usedBefore(Commitment promised) {
        return before == null ? Duration.ZERO : before.used(promised.terms().time());
    }

    private static Duration notNegative(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }
}
