package io.satisflow.flink.sla;

import io.satisflow.flink.quiet.AwaitedTimes;
import io.satisflow.flink.quiet.NextTimer;
import io.satisflow.sla.policy.RuleBook;
import java.time.Instant;
import java.util.stream.Stream;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.streaming.api.operators.InternalTimerService;

/**
 * The timers of tickets, of the operator's current key each. They are lazy: one for a ticket's next moment. When that moves later
 * the timer fires early and is set again; only one that moves earlier needs a new timer. Whoever tells the time hears of the first of all.
 */
final class TicketTimers implements AutoCloseable {
    static final String NAME = "ticket-moments";

    private final InternalTimerService<VoidNamespace> timers;
    private final NextTimer next;
    private final AwaitedTimes.Timetable awaited = AwaitedTimes.timetable();

    TicketTimers(InternalTimerService<VoidNamespace> timers) {
        this.timers = timers;
        this.next = NextTimer.of(timers);
        tellNext();
    }

    /** Up to where time has come, in epoch milliseconds. */
    long reached() {
        return timers.currentWatermark();
    }

    /** Once time has come on, the timers before it are gone. */
    void tellNext() {
        awaited.next(next.time());
    }

    /** @param time epoch milliseconds */
    void set(long time) {
        timers.registerEventTimeTimer(VoidNamespace.INSTANCE, time);
        awaited.notAfter(time);
    }

    /** The row of the ticket, which remembers its timer, once it has one for its next moment. */
    TicketRow set(TicketRow row, Instant moment) {
        // Time comes in whole milliseconds, so what lies between two of them comes with the later.
        long time = moment.plusNanos(999_999).toEpochMilli();
        if (!row.isTimerNeeded(time)) {
            return row;
        }
        set(time);
        return row.withTimer(time);
    }

    /** Takes back what is still to come: of the ticket's own moments, and of versions of the policies that would wake it. */
    void forget(TicketRow row, RuleBook book, long now) {
        Stream<Long> changes = book.versions().stream()
                .map(version -> version.from().isBefore(Instant.EPOCH)
                        ? 0
                        : version.from().toEpochMilli());
        Stream.concat(row.timers().stream(), changes)
                .filter(timer -> timer > now)
                .forEach(timer -> timers.deleteEventTimeTimer(VoidNamespace.INSTANCE, timer));
    }

    @Override
    public void close() {
        awaited.close();
    }
}
