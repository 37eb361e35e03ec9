package io.satisflow.sla.clock;

import io.satisflow.ticket.TicketStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A clock of one ticket, from its start. It runs whether or not a policy promises anything; only while one does is it
 * an instance that has something to say, so a policy that begins to match later finds the time already used.
 */
public final class ClockRun {
    static final String BREACHED_ON_APPLY = "breached_on_apply";

    /** A moment that comes by itself: a warning, or the breach when there is none. */
    private record Alarm(Instant at, @Nullable Warning warning) {}

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

    private final Clock clock;
    private final ClockStart start;
    private final IntSupplier nextInstance;
    private final Consumer<SlaEvent> words;

    private final RunningTime time;
    /** By promise: going back to one that was made before does not tell again what was told of it. */
    private final Map<Promised, Told> told = new HashMap<>();

    private Told current = new Told();
    private @Nullable Alarm nextAlarm;
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
    }

    private ClockRun(RunMemory memory, Instant until, IntSupplier nextInstance, Consumer<SlaEvent> words) {
        this.clock = memory.clock();
        this.start = memory.start();
        this.nextInstance = nextInstance;
        this.words = words;
        this.time = new RunningTime(memory, until);
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
            run.current = run.told.computeIfAbsent(Promised.of(promised), none -> new Told());
            run.current.breached = memory.breached() && promised.target().equals(memory.target());
            run.rememberWarnings(promised, until);
            run.setAlarm(until);
        }
        return run;
    }

    /** Whatever had to be said by then has been. */
    private void rememberWarnings(Commitment promised, Instant until) {
        Duration used = time.consumed(until);
        promised.terms().warnings().stream()
                .filter(warning -> used.compareTo(promised.target().minus(warning.left(promised.target()))) >= 0)
                .forEach(warning -> current.warned.add(warning.reason()));
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
                current.breached,
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
        return Optional.ofNullable(nextAlarm).map(Alarm::at);
    }

    /** When it will break its promise if nothing happens; empty while it says nothing by itself. */
    public Optional<Instant> lastAlarm() {
        return nextAlarm().flatMap(at -> breachAfter(at.minusMillis(1)));
    }

    /** When what is promised falls due; empty while nothing is, or while it stands still. */
    public Optional<Instant> due() {
        return Optional.ofNullable(commitment)
                .filter(promised -> time.isRunning())
                .flatMap(promised -> time.uses(promised.target()));
    }

    public void ring() {
        Alarm alarm = Objects.requireNonNull(nextAlarm);
        if (alarm.warning != null) {
            current.warned.add(alarm.warning.reason());
            say(SlaEventType.WARN, alarm.at, alarm.warning.reason());
        } else {
            current.breached = true;
            say(SlaEventType.BREACH, alarm.at, null);
        }
        setAlarm(alarm.at);
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
            told.clear();
        }
        current = told.computeIfAbsent(Promised.of(next), none -> new Told());
        commitment = next;
        time.countFor(next, at);
        if (before == null) {
            instance = nextInstance.getAsInt();
            say(SlaEventType.ACTIVATE, at, start.reason() == null ? why : start.reason());
        } else if (!next.promisesSameAs(before) || !due().equals(dueBefore)) {
            say(SlaEventType.APPLY_POLICY, at, why);
        }
        sayWhetherItRuns(ranBefore, at, time.status().wireName());
        if (!current.breached && isUsedUpBefore(next.target(), at)) {
            current.breached = true;
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
                if (!current.breached) {
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
        nextAlarm = commitment == null || current.breached || fulfilled || !time.isRunning()
                ? null
                : nextWarning(commitment, now)
                        .or(() -> breachAfter(now).map(at -> new Alarm(at, null)))
                        .orElse(null);
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

    private Optional<Instant> breachAfter(Instant now) {
        return due().map(due -> later(due, now).plusMillis(1));
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

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
