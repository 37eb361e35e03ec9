package io.satisflow.sla;

import io.satisflow.sla.clock.Clock;
import io.satisflow.sla.clock.ClockRun;
import io.satisflow.sla.clock.ClockStart;
import io.satisflow.sla.clock.SlaEvent;
import io.satisflow.sla.policy.PolicyInForce;
import io.satisflow.ticket.TicketStatus;
import io.satisflow.ticket.Transition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The clocks of one ticket: at most one run of each that is open, or may yet be reopened, and all they have said. */
final class ClockRuns {
    private final Set<Clock> clocks;
    private final List<SlaEvent> words = new ArrayList<>();
    private final Map<Clock, ClockRun> runs = new EnumMap<>(Clock.class);
    private final Map<Clock, Integer> instances = new EnumMap<>(Clock.class);

    /** @param clocks that are promised anything at any time; the others need not run */
    ClockRuns(Set<Clock> clocks) {
        this.clocks = clocks;
    }

    List<SlaEvent> words() {
        return words;
    }

    Optional<Instant> nextDue() {
        return open().flatMap(run -> run.due().stream()).min(Instant::compareTo);
    }

    Optional<Instant> nextAlarm() {
        return nextToRing().flatMap(ClockRun::nextAlarm);
    }

    /** The last moment at which one of them will speak by itself, if nothing happens. */
    Optional<Instant> lastAlarm() {
        return runs.values().stream().flatMap(run -> run.lastAlarm().stream()).max(Instant::compareTo);
    }

    void ring() {
        nextToRing().ifPresent(ClockRun::ring);
    }

    void cancelAll(Instant at, String why) {
        open().forEach(run -> run.cancel(at, why));
        runs.clear();
    }

    /** Which policy holds is asked anew with every event; a fulfilled instance keeps the promise it was measured by. */
    void keepPromises(PolicyInForce policy, Instant at, @Nullable String why) {
        open().forEach(run -> keepPromise(run, policy, at, why));
    }

    /** What an event of the ticket does to them. */
    void live(Transition turn, PolicyInForce policy) {
        Instant at = turn.event().occurredAt();
        TicketStatus status = turn.after().status();
        if (turn.reopens()) {
            runs.values().stream().filter(ClockRun::isFulfilled).forEach(run -> run.reopen(status, at));
        }
        keepPromises(policy, at, null);
        runs.values().removeIf(run -> isOver(run, turn));
        start(turn, policy);
        if (turn.creates()) {
            // What is created as solved, or with an owner, has kept those promises.
            runs.values().removeIf(run -> isOver(run, turn));
        }
        String why = turn.event().detail("reason").orElse(status.wireName());
        runs.values().forEach(run -> run.enter(status, at, why));
    }

    private Stream<ClockRun> open() {
        return runs.values().stream().filter(run -> !run.isFulfilled());
    }

    private Optional<ClockRun> nextToRing() {
        ClockRun first = null;
        Instant earliest = Instant.MAX;
        for (ClockRun run : runs.values()) {
            Instant at = run.nextAlarm().orElse(Instant.MAX);
            if (at.isBefore(earliest)) {
                earliest = at;
                first = run;
            }
        }
        return Optional.ofNullable(first);
    }

    private static void keepPromise(ClockRun run, PolicyInForce policy, Instant at, @Nullable String why) {
        policy.commitment(run.clock(), run.start())
                .ifPresentOrElse(
                        commitment -> run.promise(commitment, at, why),
                        () -> run.cancel(at, policy.whyNothing(run.clock())));
    }

    private static boolean isOver(ClockRun run, Transition turn) {
        Clock clock = run.clock();
        Instant at = turn.event().occurredAt();
        boolean fulfils = clock.isFulfilledBy(turn);
        if (run.isFulfilled()) {
            // Solved before, and now done in another way: reopening the ticket does not undo that.
            return fulfils && !turn.solves();
        }
        if (fulfils) {
            run.fulfil(at, turn.event().detail("reason").orElse(null));
            return !clock.isResumableAfter(turn);
        }
        Optional<String> voided = clock.course().voiding().apply(turn);
        voided.ifPresent(why -> run.cancel(at, why));
        return voided.isPresent();
    }

    /** After the end of what the same turn ended: one reply closes an exchange and opens the time to the next. */
    private void start(Transition turn, PolicyInForce policy) {
        for (Clock clock : clocks) {
            if (!runs.containsKey(clock) && clock.course().start().test(turn)) {
                ClockRun run = new ClockRun(
                        clock, ClockStart.of(clock, turn), () -> instances.merge(clock, 1, Integer::sum), words::add);
                runs.put(clock, run);
                keepPromise(run, policy, turn.event().occurredAt(), null);
            }
        }
    }
}
