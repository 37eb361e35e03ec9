package io.satisflow.ticket;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a ticket has got to: what clocks need to know of its past.
 *
 * @param created whether its creation has been told
 * @param openedByCustomer rather than by an agent
 * @param customerWrote whether a customer's message has come since
 * @param replied whether an agent has written to the customer since, so that no first reply is owed any more
 * @param quietSince the last message or reply, or its reopening
 * @param endedAt when it was last solved, or was merged; null while it goes on
 * @param merged into another ticket, where its story goes on
 */
public record TicketStory(
        boolean created,
        boolean openedByCustomer,
        boolean customerWrote,
        boolean replied,
        TicketStatus status,
        @Nullable Instant quietSince,
        @Nullable Instant endedAt,
        boolean merged) {

    public static final TicketStory UNTOLD =
            new TicketStory(false, false, false, false, TicketStatus.NEW, null, null, false);

    public boolean isSolved() {
        return status.isSolved();
    }

    /** Whether a customer waits to hear from us for the first time. */
    public boolean isFirstReplyOwed() {
        return (openedByCustomer || customerWrote) && !replied;
    }

    /** Nothing before the creation moves the story, nor anything after a merge. */
    TicketStory after(TicketEvent event) {
        if (merged || created == (event.type() == TicketEventType.CREATED)) {
            return this;
        }
        return switch (event.type()) {
            case CREATED -> opened(event);
            case CUSTOMER_MESSAGE ->
                saying(event.occurredAt(), true, replied)
                        .withStatus(status == TicketStatus.SOLVED ? TicketStatus.OPEN : status, event.occurredAt());
            case AGENT_REPLY -> saying(event.occurredAt(), customerWrote, true);
            case STATUS -> withStatus(statusOf(event).orElse(status), event.occurredAt());
            case MERGED -> mergedAt(event.occurredAt());
            default -> this;
        };
    }

    private static TicketStory opened(TicketEvent event) {
        boolean byCustomer = !event.detail("by").orElse("customer").equalsIgnoreCase("agent");
        return new TicketStory(true, byCustomer, false, false, TicketStatus.NEW, event.occurredAt(), null, false)
                .withStatus(statusOf(event).orElse(TicketStatus.NEW), event.occurredAt());
    }

    private static Optional<TicketStatus> statusOf(TicketEvent event) {
        return event.detail("status").flatMap(TicketStatus::named);
    }

    private TicketStory saying(Instant at, boolean byCustomer, boolean byAgent) {
        return new TicketStory(created, openedByCustomer, byCustomer, byAgent, status, at, endedAt, merged);
    }

    private TicketStory withStatus(TicketStatus next, Instant at) {
        boolean reopened = isSolved() && !next.isSolved();
        Instant ended = isSolved() ? endedAt : at;
        return new TicketStory(
                created,
                openedByCustomer,
                customerWrote,
                replied,
                next,
                reopened ? at : quietSince,
                next.isSolved() ? ended : null,
                merged);
    }

    private TicketStory mergedAt(Instant at) {
        return new TicketStory(created, openedByCustomer, customerWrote, replied, status, quietSince, at, true);
    }
}
