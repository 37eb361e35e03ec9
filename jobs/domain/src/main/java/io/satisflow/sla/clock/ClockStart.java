package io.satisflow.sla.clock;

import io.satisflow.ticket.TicketEvent;
import io.satisflow.ticket.TicketStatus;
import io.satisflow.ticket.Transition;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * With what a clock began.
 *
 * @param status of the ticket right after it
 * @param promised the date that was promised to the customer with it; null when none was
 * @param reason to be told with the activation; null when there is nothing to say
 */
public record ClockStart(
        String ticket,
        Instant at,
        TicketStatus status,
        @Nullable Instant promised,
        @Nullable String reason) {
    private static final String ADOPTED = "adopted";

    public static ClockStart of(Clock clock, Transition turn) {
        TicketEvent event = turn.event();
        if (turn.adopts()) {
            return adopted(clock, turn);
        }
        return new ClockStart(
                event.ticket(),
                event.occurredAt(),
                turn.after().status(),
                clock == Clock.PROMISE ? event.promisedDate().orElse(null) : null,
                clock.course().startReason().apply(turn).orElse(null));
    }

    /** What is first seen in mid-life is counted from then on, but the whole of it since its creation, if that is told. */
    private static ClockStart adopted(Clock clock, Transition turn) {
        Instant opened = turn.after().openedAt();
        boolean isWhole = clock == Clock.TOTAL_RESOLUTION;
        return new ClockStart(
                turn.event().ticket(),
                !isWhole || opened == null ? turn.event().occurredAt() : opened,
                isWhole && turn.after().isSolved()
                        ? TicketStatus.OPEN
                        : turn.after().status(),
                clock == Clock.PROMISE ? turn.event().promisedDate().orElse(null) : null,
                ADOPTED);
    }

    /** The time up to the promised date; a date that has passed already leaves none. */
    public Optional<Duration> promisedTime() {
        return Optional.ofNullable(promised)
                .map(date -> date.isBefore(at) ? Duration.ZERO : Duration.between(at, date));
    }
}
