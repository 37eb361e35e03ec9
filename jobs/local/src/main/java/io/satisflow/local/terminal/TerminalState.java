package io.satisflow.local.terminal;

import io.satisflow.wire.DeadLetter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All that is shown; changed by {@link TerminalFeed} only, on the thread that shows it. */
public final class TerminalState {
    public final EventClock clock = new EventClock();
    public final ScoreBoard scores = new ScoreBoard();
    public final TicketDesk tickets = new TicketDesk();
    public final AlertBoard alerts = new AlertBoard(clock::isToCome);
    private final ZoneId zone;
    private Instant begins = Instant.EPOCH;
    private Instant liveFrom = Instant.EPOCH;
    private long deadLetters;
    private long records;
    private long accepted;
    private @Nullable String lastReason;

    /** @param zone in which times are shown */
    public TerminalState(ZoneId zone) {
        this.zone = zone;
    }

    public TerminalState() {
        this(ZoneOffset.UTC);
    }

    /**
     * What was said before counts as history: of warnings and breaches, only later ones are counted.
     *
     * @param beginning of that history
     */
    public void countFrom(Instant beginning, Instant start) {
        begins = beginning;
        tickets.countFrom(start);
        clock.measureFrom(start);
        liveFrom = start;
    }

    /** What is shown is still history; empty when it is not, or nobody said what is. */
    public Optional<Duration> behindLive() {
        return now().map(now -> Duration.between(now, liveFrom)).filter(behind -> behind.compareTo(Duration.ZERO) > 0);
    }

    public void heard(DeadLetter refused) {
        deadLetters++;
        lastReason = refused.getReason();
    }

    void read() {
        records++;
    }

    public void accepted() {
        accepted++;
    }

    public ZoneId zone() {
        return zone;
    }

    /** How much of the history has been loaded, and how long it is. */
    public Duration loaded() {
        return Duration.between(begins, now().orElse(begins));
    }

    public Duration history() {
        return Duration.between(begins, liveFrom);
    }

    /** The time to be shown, which goes evenly; empty until the jobs have said something. */
    public Optional<Instant> shownNow() {
        return clock.shown();
    }

    /** Committed records that have been read. */
    public long records() {
        return records;
    }

    /** Feedback and ticket events, as far as they have been read: what came in and could be used. */
    public long acceptedRecords() {
        return accepted;
    }

    /** Empty until the jobs have said something. */
    public Optional<Instant> now() {
        return clock.now();
    }

    public long warnings() {
        return tickets.said("warn");
    }

    public long breaches() {
        return tickets.said("breach");
    }

    public long deadLetters() {
        return deadLetters;
    }

    public Optional<String> lastReason() {
        return Optional.ofNullable(lastReason);
    }
}
