package io.satisflow.wall.state;

import io.satisflow.wire.Alert;
import io.satisflow.wire.AlertControl;
import io.satisflow.wire.DriftSignal;
import io.satisflow.wire.Notification;
import io.satisflow.wire.SatisfactionRow;
import io.satisflow.wire.ScoredFeedback;
import io.satisflow.wire.SlaEvent;
import io.satisflow.wire.SourcePosition;
import io.satisflow.wire.TicketEvent;
import io.satisflow.wire.TimelineMark;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is shown. One thread changes it, by {@link #change}; any thread looks at it, by {@link #look}. What comes
 * out of a look must not hold on to what it saw.
 */
public final class WallState {
    private static final int SOURCES = 100_000;
    private static final int NEW_FEEDBACK = 8;

    public final EngineTime time = new EngineTime();
    public final ScoreBoard scores = new ScoreBoard();
    public final ScoreHistory history = new ScoreHistory();
    public final TicketDesk tickets = new TicketDesk();
    public final AlertBoard alerts = new AlertBoard();
    public final SignalBoard signals = new SignalBoard();
    public final FeedbackSample feedback = new FeedbackSample();
    public final TimelineBoard timeline = new TimelineBoard();

    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final Map<SourcePosition, String> ticketsBySource = new LinkedHashMap<>();
    private final Set<Board> changed = EnumSet.noneOf(Board.class);
    private final Set<String> changedWindows = new TreeSet<>();
    private final List<ScoredFeedback> newFeedback = new ArrayList<>();
    private long records;
    private @Nullable Instant newest;

    /** What may have changed. */
    public enum Board {
        CLOCKS,
        ALERTS,
        TIMELINE
    }

    /** What has changed since it was asked last. */
    public record Changed(Set<Board> boards, Set<String> windows, List<ScoredFeedback> feedback) {}

    public void change(Runnable change) {
        lock.writeLock().lock();
        try {
            change.run();
        } finally {
            lock.writeLock().unlock();
        }
    }

    public <T> T look(Supplier<T> look) {
        lock.readLock().lock();
        try {
            return look.get();
        } finally {
            lock.readLock().unlock();
        }
    }

    public void present(SatisfactionRow row) {
        scores.present(SegmentKeys.of(row.getSegment()), row);
        changedWindows.add(row.getWindow());
        records++;
    }

    public void step(SatisfactionRow row) {
        history.heard(SegmentKeys.of(row.getSegment()), row);
        records++;
    }

    public void heard(TicketEvent event) {
        newest = newest == null || event.getKnownAt().isAfter(newest) ? event.getKnownAt() : newest;
        tickets.heard(event);
        ticketsBySource.put(event.getSource(), event.getTicket());
        if (ticketsBySource.size() > SOURCES) {
            ticketsBySource.remove(ticketsBySource.keySet().iterator().next());
        }
        changed(Board.CLOCKS);
    }

    public void heard(SlaEvent word) {
        tickets.heard(word);
        changed(Board.CLOCKS);
    }

    public void heard(Alert alert) {
        alerts.heard(alert);
        changed(Board.ALERTS);
    }

    public void heard(Notification notification) {
        alerts.heard(notification);
        changed(Board.ALERTS);
    }

    public void heard(AlertControl control) {
        alerts.heard(control);
        changed(Board.ALERTS);
    }

    public void heard(DriftSignal signal) {
        signals.heard(signal);
        records++;
    }

    public void heard(ScoredFeedback scored) {
        feedback.heard(scored);
        newFeedback.add(scored);
        if (newFeedback.size() > NEW_FEEDBACK) {
            newFeedback.remove(0);
        }
        records++;
    }

    public void heard(TimelineMark mark) {
        timeline.heard(mark);
        changed(Board.TIMELINE);
    }

    public void removedMark(String id) {
        timeline.removed(id);
        changed(Board.TIMELINE);
    }

    private void changed(Board board) {
        changed.add(board);
        records++;
    }

    /** The ticket that a record tells of. */
    public Optional<String> ticketOf(SourcePosition source) {
        return Optional.ofNullable(ticketsBySource.get(source));
    }

    /** Records that have been read. */
    public long records() {
        return records;
    }

    /** Of all that happened to tickets, how far it has been heard of; null before anything. */
    public @Nullable Instant newest() {
        return newest;
    }

    /** The engine's time; before it has said anything, the beginning of time. */
    public Instant now() {
        return time.now().orElse(Instant.EPOCH);
    }

    public Changed takeChanged() {
        Changed taken = new Changed(
                changed.isEmpty() ? Set.of() : EnumSet.copyOf(changed),
                Set.copyOf(changedWindows),
                List.copyOf(newFeedback));
        changed.clear();
        changedWindows.clear();
        newFeedback.clear();
        return taken;
    }
}
