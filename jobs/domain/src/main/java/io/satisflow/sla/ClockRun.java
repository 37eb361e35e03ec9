package io.satisflow.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A clock of one ticket, from its start. It runs whether or not a policy promises anything; only while one does is it
 * an instance that has something to say, so a policy that begins to match later finds the time already used.
 */
final class ClockRun {
    static final String BREACHED_ON_APPLY = "breached_on_apply";

    /** A moment that comes by itself: a warning, or the breach when there is none. */
    private record Alarm(Instant at, @Nullable Warning warning) {}

    private final String ticket;
    private final Clock clock;
    private final Instant start;
    private final IntSupplier nextInstance;
    private final Consumer<SlaEvent> words;

    private final RunningTime time;
    private final Set<String> warned = new HashSet<>();
    private final List<Alarm> alarms = new ArrayList<>();
    private @Nullable Commitment commitment;
    private int instance;
    private boolean breached;
    private boolean fulfilled;

    /** @param status of the ticket after the event that started it */
    ClockRun(TicketEvent first, TicketStatus status, Clock clock, IntSupplier nextInstance, Consumer<SlaEvent> words) {
        this.ticket = first.ticket();
        this.clock = clock;
        this.start = first.occurredAt();
        this.nextInstance = nextInstance;
        this.words = words;
        this.time = new RunningTime(clock, start, status);
    }

    Clock clock() {
        return clock;
    }

    Instant start() {
        return start;
    }

    boolean isFulfilled() {
        return fulfilled;
    }

    Optional<Instant> nextAlarm() {
        return alarms.stream().findFirst().map(Alarm::at);
    }

    /** When what is promised falls due; empty while nothing is, or while it stands still. */
    Optional<Instant> due() {
        return Optional.ofNullable(commitment)
                .filter(promised -> time.isRunning())
                .flatMap(promised -> time.uses(promised.target()));
    }

    void ring() {
        Alarm alarm = alarms.remove(0);
        if (alarm.warning != null) {
            warned.add(alarm.warning.reason());
            say(SlaEventType.WARN, alarm.at, alarm.warning.reason());
        } else {
            breached = true;
            say(SlaEventType.BREACH, alarm.at, null);
        }
    }

    /**
     * From now on this is promised; the time used so far stays used.
     *
     * @param why what brought the promise, if that is more than an event of the ticket
     */
    void promise(Commitment next, Instant at, @Nullable String why) {
        Commitment before = commitment;
        if (next.equals(before)) {
            return;
        }
        Optional<Instant> dueBefore = due();
        boolean ranBefore = before == null || time.isRunning();
        commitment = next;
        time.countFor(next, at);
        if (before == null) {
            instance = nextInstance.getAsInt();
            breached = false;
            warned.clear();
            say(SlaEventType.ACTIVATE, at, why);
        } else if (!next.promisesSameAs(before) || !due().equals(dueBefore)) {
            say(SlaEventType.APPLY_POLICY, at, why);
        }
        sayWhetherItRuns(ranBefore, at, time.status().wireName());
        if (!breached && isUsedUpBefore(next.target(), at)) {
            breached = true;
            say(SlaEventType.BREACH, at, BREACHED_ON_APPLY);
        }
        setAlarms(at);
    }

    /** Nothing is promised any more; the instance is over. */
    void cancel(Instant at, String why) {
        if (commitment == null) {
            return;
        }
        say(SlaEventType.CANCEL, at, why);
        commitment = null;
        time.countFor(null, at);
        setAlarms(at);
    }

    void fulfil(Instant at, @Nullable String why) {
        say(SlaEventType.FULFIL, at, why);
        fulfilled = true;
        setAlarms(at);
    }

    /** What was done turns out not to be: the same instance goes on where it stopped. */
    void reopen(TicketStatus status, Instant at) {
        fulfilled = false;
        time.enter(status, at);
        say(SlaEventType.RESUME, at, "reopened");
        sayWhetherItRuns(true, at, status.wireName());
        setAlarms(at);
    }

    /** What is fulfilled follows the status in silence, since it may be reopened. */
    void enter(TicketStatus status, Instant at, String why) {
        boolean ranBefore = time.isRunning();
        time.enter(status, at);
        if (!fulfilled && ranBefore != time.isRunning()) {
            sayWhetherItRuns(ranBefore, at, why);
            setAlarms(at);
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

    private void setAlarms(Instant now) {
        alarms.clear();
        if (commitment == null || breached || fulfilled || !time.isRunning()) {
            return;
        }
        Duration target = commitment.target();
        for (Warning warning : commitment.terms().warnings()) {
            Duration used = target.minus(warning.left(target));
            // A lead as long as the target would warn of nothing but the start.
            if (!warned.contains(warning.reason()) && used.compareTo(Duration.ZERO) > 0) {
                time.uses(used).ifPresent(at -> alarms.add(new Alarm(later(at, now), warning)));
            }
        }
        time.uses(target).ifPresent(due -> alarms.add(new Alarm(later(due, now).plusMillis(1), null)));
        alarms.sort(Comparator.comparing(Alarm::at));
    }

    private void say(SlaEventType type, Instant at, @Nullable String reason) {
        if (commitment == null) {
            return;
        }
        words.accept(new SlaEvent(
                ticket,
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
                Duration.between(start, at),
                commitment.policy(),
                reason,
                null));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
