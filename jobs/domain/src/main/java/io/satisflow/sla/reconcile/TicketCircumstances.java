package io.satisflow.sla.reconcile;

import io.satisflow.sla.clock.Clock;
import io.satisflow.ticket.TicketEvent;
import io.satisflow.ticket.TicketEventType;
import io.satisflow.ticket.TicketStatus;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What in a ticket's life may explain that two systems judge it differently. */
record TicketCircumstances(List<TicketEvent> events) {

    static TicketCircumstances of(List<TicketEvent> events) {
        return new TicketCircumstances(events.stream()
                .sorted(Comparator.comparing(TicketEvent::occurredAt))
                .toList());
    }

    /** The first of our rules that differs from what help desks do, as far as it touches this clock. */
    DifferenceKind explain(Clock clock) {
        boolean isReply = clock == Clock.FIRST_REPLY || clock == Clock.NEXT_REPLY;
        if (isMerged()) {
            return DifferenceKind.MERGED;
        }
        if (isReply && has(TicketEventType.BOT_REPLY)) {
            return DifferenceKind.ROBOT;
        }
        if (clock == Clock.FIRST_REPLY && isOpenedByAgent()) {
            return DifferenceKind.OPENED_BY_AGENT;
        }
        if (!isReply && isReopened()) {
            return DifferenceKind.REOPENED;
        }
        if (Stream.of("priority", "team", "tags").anyMatch(this::changes)) {
            return DifferenceKind.CHANGED;
        }
        return isPaused() ? DifferenceKind.PAUSED : DifferenceKind.OUTCOME_DIFFERS;
    }

    boolean isMerged() {
        return has(TicketEventType.MERGED);
    }

    private boolean has(TicketEventType type) {
        return events.stream().anyMatch(event -> event.type() == type);
    }

    private boolean isOpenedByAgent() {
        return events.stream()
                .filter(event -> event.type() == TicketEventType.CREATED)
                .anyMatch(event -> event.detail("by").filter("agent"::equals).isPresent());
    }

    private boolean isReopened() {
        boolean solved = false;
        for (TicketEvent event : events) {
            Optional<TicketStatus> status = status(event);
            if (solved && status.filter(next -> !next.isSolved()).isPresent()) {
                return true;
            }
            solved = status.map(TicketStatus::isSolved).orElse(solved);
        }
        return false;
    }

    private boolean isPaused() {
        return events.stream()
                .flatMap(event -> status(event).stream())
                .anyMatch(status -> status == TicketStatus.PENDING || status == TicketStatus.ON_HOLD);
    }

    private boolean changes(String fact) {
        return events.stream()
                        .flatMap(event -> event.detail(fact).stream())
                        .distinct()
                        .count()
                > 1;
    }

    private static Optional<TicketStatus> status(TicketEvent event) {
        return event.detail("status").flatMap(TicketStatus::named);
    }
}
