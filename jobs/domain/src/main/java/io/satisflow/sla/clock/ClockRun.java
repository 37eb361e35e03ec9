package io.satisflow.sla.clock;

import io.satisflow.sla.clock.ClockAlarms.Alarm;
import io.satisflow.ticket.TicketStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A clock of one ticket, from its start. It runs whether or not a policy promises anything; only while one does is it
 * an instance that has something to say, so a policy that begins to match later finds the time already used.
 */
public final class ClockRun {
    static final String BREACHED_ON_APPLY = "breached_on_apply";

    private final Clock clock;
    private final ClockStart start;
    private final IntSupplier nextInstance;
    private final Consumer<SlaEvent> words;

    private final RunningTime time;
    private final ClockAlarms alarms;

    private @Nullable Commitment commitment;
    private int instance;
    private boolean fulfilled;
    /** Overtaken by the end of the ticket; only its reopening takes it up again. */
    private boolean suspended;

    public ClockRun(Clock clock, ClockStart start, IntSupplier nextInstance, Consumer<SlaEvent> words) {
        this.clock = clock;
        this.start = start;
        this.nextInstance = nextInstance;
        this.words = words;
        this.time = new RunningTime(clock, start.at(), start.status());
        this.alarms = new ClockAlarms(time);
    }

    private ClockRun(RunMemory memory, Instant until, IntSupplier nextInstance, Consumer<SlaEvent> words) {
        this.clock = memory.clock();
        this.start = memory.start();
        this.nextInstance = nextInstance;
        this.words = words;
        this.time = new RunningTime(memory, until);
        this.alarms = new ClockAlarms(time);
        this.instance = memory.instance();
        this.fulfilled = memory.fulfilled();
        this.suspended = memory.suspended();
    }

    /**
     * Goes on with a run of which only this is kept, in silence.
     *
     * @param promised what holds for it then; null when nothing does
     * @param until the instant for which it is remembered
     */
    public static ClockRun of(
            RunMemory memory,
            @Nullable Commitment promised,
            Instant until,
            IntSupplier nextInstance,
            Consumer<SlaEvent> words) {
        ClockRun run = new ClockRun(memory, until, nextInstance, words);
        if (promised != null && memory.promised()) {
            run.commitment = promised;
            run.time.countFor(promised, until);
            boolean breached = memory.breached() && promised.target().equals(memory.target());
            run.alarms.goOn(promised, breached, until);
            run.setAlarm(until);
        }
        return run;
    }

    public RunMemory remember(Instant at) {
        return new RunMemory(
                clock,
                start,
                instance,
                commitment != null,
                time.status(),
                time.used(TimeBasis.BUSINESS, at),
                time.used(TimeBasis.WALL, at),
                commitment == null ? Duration.ZERO : commitment.target(),
                commitment == null ? TimeBasis.WALL : commitment.terms().time(),
                alarms.isBreached(),
                fulfilled,
                suspended);
    }

    public Clock clock() {
        return clock;
    }

    public ClockStart start() {
        return start;
    }

    public boolean isFulfilled() {
        return fulfilled;
    }

    public boolean isSuspended() {
        return suspended;
    }

    /** Whether what is promised may be kept by a robot. */
    public boolean isKeptByBots() {
        return commitment != null && commitment.terms().replies().botsAnswer();
    }

    public Optional<Instant> nextAlarm() {
        return alarms.next().map(Alarm::at);
    }

    /** When it will break its promise if nothing happens; empty while it says nothing by itself. */
    public Optional<Instant> lastAlarm() {
        return Optional.ofNullable(commitment).flatMap(alarms::breach);
    }

    /** When what is promised falls due; empty while nothing is, or while it stands still. */
    public Optional<Instant> due() {
        return Optional.ofNullable(commitment)
                .filter(promised -> time.isRunning())
                .flatMap(promised -> time.uses(promised.target()));
    }

    public void ring() {
        Alarm alarm = alarms.next().orElseThrow();
        Warning warning = alarm.warning();
        if (warning != null) {
            alarms.warn(warning);
            say(SlaEventType.WARN, alarm.at(), warning.reason());
        } else {
            alarms.breach();
            say(SlaEventType.BREACH, alarm.at(), null);
        }
        setAlarm(alarm.at());
    }

    /**
     * From now on this is promised; the time used so far stays used.
     *
     * @param why what brought the promise, if that is more than an event of the ticket
     */
    public void promise(Commitment next, Instant at, @Nullable String why) {
        Commitment before = commitment;
        if (next.equals(before)) {
            return;
        }
        Optional<Instant> dueBefore = due();
        boolean ranBefore = before == null || time.isRunning();
        if (before == null) {
            alarms.forget();
        }
        alarms.follow(next);
        commitment = next;
        time.countFor(next, at);
        if (before == null) {
            instance = nextInstance.getAsInt();
            say(SlaEventType.ACTIVATE, at, start.reason() == null ? why : start.reason());
        } else if (!next.promisesSameAs(before) || !due().equals(dueBefore)) {
            say(SlaEventType.APPLY_POLICY, at, why);
        }
        sayWhetherItRuns(ranBefore, at, time.status().wireName());
        if (!alarms.isBreached() && isUsedUpBefore(next.target(), at)) {
            alarms.breach();
            say(SlaEventType.BREACH, at, BREACHED_ON_APPLY);
        }
        setAlarm(at);
    }

    /** Nothing is promised any more; the instance is over. */
    public void cancel(Instant at, String why) {
        if (commitment == null) {
            return;
        }
        say(SlaEventType.CANCEL, at, why);
        commitment = null;
        time.countFor(null, at);
        setAlarm(at);
    }

    /** The ticket's end overtakes it: nothing is owed unless it is reopened, and then with the time used so far. */
    public void suspend(Instant at, String why) {
        cancel(at, why);
        suspended = true;
    }

    /** The ticket is solved without the reply that was promised. */
    public void endUnanswered(Instant at, String why) {
        ReplyTerms.Unanswered unanswered = commitment == null
                ? ReplyTerms.Unanswered.CANCELLED
                : commitment.terms().replies().unanswered();
        switch (unanswered) {
            case MET -> fulfil(at, why);
            case MISSED -> {
                if (!alarms.isBreached()) {
                    say(SlaEventType.BREACH, at, why);
                }
                cancel(at, why);
            }
            case CANCELLED -> suspend(at, why);
        }
    }

    /** Of a ticket first seen in mid-life: what was promised cannot be judged, so it never starts. */
    public void decline(Commitment promised, Instant at, String why) {
        commitment = promised;
        time.countFor(promised, at);
        cancel(at, why);
    }

    /** The ticket is open again, so that what the end had overtaken may be promised again. */
    public void takeUp(TicketStatus status, Instant at) {
        suspended = false;
        time.enter(status, at);
    }

    public void fulfil(Instant at, @Nullable String why) {
        say(SlaEventType.FULFIL, at, why);
        fulfilled = true;
        setAlarm(at);
    }

    /** What was done turns out not to be: the same instance goes on where it stopped. */
    public void reopen(TicketStatus status, Instant at) {
        fulfilled = false;
        time.enter(status, at);
        say(SlaEventType.RESUME, at, "reopened");
        sayWhetherItRuns(true, at, status.wireName());
        setAlarm(at);
    }

    /** What is fulfilled follows the status in silence, since it may be reopened. */
    public void enter(TicketStatus status, Instant at, String why) {
        boolean ranBefore = time.isRunning();
        time.enter(status, at);
        if (!fulfilled && ranBefore != time.isRunning()) {
            sayWhetherItRuns(ranBefore, at, why);
            setAlarm(at);
        }
    }

    private void sayWhetherItRuns(boolean ranBefore, Instant at, String whyNot) {
        if (ranBefore && !time.isRunning()) {
            say(SlaEventType.PAUSE, at, whyNot);
        } else if (!ranBefore && time.isRunning()) {
            say(SlaEventType.RESUME, at, null);
        }
    }

    private boolean isUsedUpBefore(Duration target, Instant at) {
        return time.uses(target)
                .filter(due -> time.ranUntil(at).filter(due::isBefore).isPresent())
                .isPresent();
    }

    private void setAlarm(Instant now) {
        alarms.set(fulfilled ? null : commitment, now);
    }

    private void say(SlaEventType type, Instant at, @Nullable String reason) {
        if (commitment == null) {
            return;
        }
        words.accept(new SlaEvent(
                start.ticket(),
                clock,
                instance,
                type,
                at,
                at,
                type == SlaEventType.CANCEL
                        ? null
                        : time.uses(commitment.target()).orElse(null),
                commitment.target(),
                commitment.terms().time(),
                time.consumed(at),
                Duration.between(start.at(), at),
                commitment.policy(),
                reason,
                null));
    }
}
