package io.satisflow.sla;

import io.satisflow.sla.clock.Clock;
import io.satisflow.sla.clock.ClockRun;
import io.satisflow.sla.clock.ClockStart;
import io.satisflow.sla.clock.RunMemory;
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
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The clocks of one ticket: at most one run of each that is open, or may yet be reopened, and all they have said. */
final class ClockRuns {
    private static final String UNANSWERED = "solved without a reply";
    private static final String CLOSED = "closed";
    private static final String MID_LIFE = "first seen in mid-life, and what came before is not known";

    private final Set<Clock> clocks;
    private final List<SlaEvent> words = new ArrayList<>();
    private final Map<Clock, ClockRun> runs = new EnumMap<>(Clock.class);
    private final Map<Clock, Integer> instances = new EnumMap<>(Clock.class);
    /** How often a run began, ended, or stood otherwise than before. */
    private int turns;

    /** @param clocks that are promised anything at any time; the others need not run */
    ClockRuns(Set<Clock> clocks) {
        this.clocks = clocks;
    }

    /** Goes on with what is remembered of them; what held for them then holds without a word. */
    void goOn(Map<Clock, Integer> activated, List<RunMemory> memories, PolicyInForce policy, Instant until) {
        instances.putAll(activated);
        for (RunMemory memory : memories) {
            Clock clock = memory.clock();
            runs.put(
                    clock,
                    ClockRun.of(
                            memory,
                            policy.commitment(clock, memory.start()).orElse(null),
                            until,
                            numbering(clock),
                            words::add));
        }
    }

    List<RunMemory> remember(Instant at) {
        return runs.values().stream().map(run -> run.remember(at)).toList();
    }

    Map<Clock, Integer> instances() {
        return instances;
    }

    List<SlaEvent> words() {
        return words;
    }

    /** Grows whenever something changes for any of them. */
    int turns() {
        return turns + words.size();
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
        turns++;
    }

    /** Whatever still stands ends with the ticket; its reopening takes it up again. */
    void suspendAll(Instant at, String why) {
        open().forEach(run -> run.suspend(at, why));
    }

    /** Which policy holds is asked anew with every event; a fulfilled instance keeps the promise it was measured by. */
    void keepPromises(PolicyInForce policy, Instant at, @Nullable String why) {
        open().forEach(run -> keepPromise(run, policy, at, why));
    }

    /** What an event of the ticket does to them: first it ends what was promised, then it brings new promises. */
    void live(Transition turn, PolicyInForce policy) {
        Instant at = turn.event().occurredAt();
        TicketStatus status = turn.after().status();
        if (turn.reopens()) {
            takeUp(turn);
        }
        endWhatIsOver(turn, run -> true);
        keepPromises(policy, at, null);
        start(turn, policy);
        if (turn.creates()) {
            // What is created as solved, or with an owner, has kept those promises; the reply that a ticket is first
            // seen by
            // begins the time to the next.
            endWhatIsOver(turn, run -> !run.clock().isUpdate());
        }
        String why = turn.event().detail("reason").orElse(status.wireName());
        runs.values().forEach(run -> run.enter(status, at, why));
        if (turn.closes()) {
            open().filter(run -> run.clock().course().endsWithClosing()).forEach(run -> run.suspend(at, CLOSED));
        }
    }

    private void takeUp(Transition turn) {
        Instant at = turn.event().occurredAt();
        TicketStatus status = turn.after().status();
        turns++;
        if (turn.isReopenedByCustomer()) {
            // The message starts a clock of its own.
            runs.values().removeIf(run -> run.isSuspended() && run.clock().isReply());
        }
        for (ClockRun run : runs.values()) {
            if (run.isFulfilled()) {
                run.reopen(status, at);
            } else if (run.isSuspended()) {
                run.takeUp(status, at);
            }
        }
    }

    private void endWhatIsOver(Transition turn, Predicate<ClockRun> among) {
        int before = runs.size();
        runs.values().removeIf(run -> among.test(run) && isOver(run, turn));
        turns += before - runs.size();
    }

    private Stream<ClockRun> open() {
        return runs.values().stream().filter(run -> !run.isFulfilled() && !run.isSuspended());
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
        boolean fulfils =
                clock.isFulfilledBy(turn) || (clock.isEndedByReplies() && turn.isBotReply() && run.isKeptByBots());
        if (run.isFulfilled() || run.isSuspended()) {
            // Solved before, and now done in another way: reopening the ticket does not undo that.
            return fulfils && !turn.solves();
        }
        if (fulfils) {
            run.fulfil(at, turn.event().detail("reason").orElse(null));
            return !clock.isResumableAfter(turn);
        }
        if (clock.isReply() && turn.solves()) {
            run.endUnanswered(at, UNANSWERED);
            return !(clock == Clock.FIRST_REPLY && run.isSuspended());
        }
        Optional<String> voided = clock.course().voiding().apply(turn);
        voided.ifPresent(why -> run.cancel(at, why));
        return voided.isPresent();
    }

    /** After the end of what the same turn ended: one reply closes an exchange and opens the time to the next. */
    private void start(Transition turn, PolicyInForce policy) {
        for (Clock clock : clocks) {
            if (runs.containsKey(clock)) {
                continue;
            }
            boolean isUnfair = turn.adopts() && clock.course().unfair().test(turn);
            if (isUnfair || clock.course().start().test(turn)) {
                start(clock, turn, policy, policy.whyNotJudged(clock).orElse(isUnfair ? MID_LIFE : null));
            }
        }
    }

    private void start(Clock clock, Transition turn, PolicyInForce policy, @Nullable String whyNotJudged) {
        Instant at = turn.event().occurredAt();
        ClockRun run = new ClockRun(clock, ClockStart.of(clock, turn), numbering(clock), words::add);
        if (whyNotJudged != null) {
            policy.commitment(clock, run.start())
                    .ifPresent(promised -> run.decline(promised, at, SlaEvent.NOT_JUDGED + whyNotJudged));
        } else {
            turns++;
            runs.put(clock, run);
            keepPromise(run, policy, at, null);
        }
    }

    private IntSupplier numbering(Clock clock) {
        return () -> instances.merge(clock, 1, Integer::sum);
    }
}
