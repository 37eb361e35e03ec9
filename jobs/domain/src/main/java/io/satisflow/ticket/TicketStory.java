package io.satisflow.ticket;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a ticket has got to: what clocks need to know of its past.
 *
 * @param openedAt when it was created; null until it has been opened
 * @param adopted whether it was first seen in mid-life, so that its beginning was never told
 * @param openedByCustomer rather than by an agent
 * @param customerWrote whether a customer's message has come since
 * @param quietSince the last message or reply, or its reopening
 * @param endedAt when it was last solved, or was merged; null while it goes on
 * @param merged into another ticket, where its story goes on
 */
public record TicketStory(
        @Nullable Instant openedAt,
        boolean adopted,
        boolean openedByCustomer,
        boolean customerWrote,
        FirstReply firstReply,
        TicketStatus status,
        @Nullable Instant quietSince,
        @Nullable Instant endedAt,
        boolean merged) {

    public static final TicketStory UNTOLD =
            new TicketStory(null, false, false, false, FirstReply.OUTSTANDING, TicketStatus.NEW, null, null, false);

    /** Sources stamp a ticket and the message that opens it one after the other. */
    private static final Duration OPENING = Duration.ofMinutes(1);

    public boolean created() {
        return openedAt != null;
    }

    public boolean isSolved() {
        return status.isSolved();
    }

    /** Whether a customer waits to hear from us for the first time. */
    public boolean isFirstReplyOwed() {
        return (openedByCustomer || customerWrote) && firstReply == FirstReply.OUTSTANDING;
    }

    /** Before the creation it only counts who has spoken; after a merge nothing does. */
    TicketStory after(TicketEvent event, TicketEventType type, StoryRules rules) {
        if (merged) {
            return this;
        }
        if (!created()) {
            return type == TicketEventType.CREATED ? opened(event) : beforeItsCreation(type);
        }
        if (type == TicketEventType.CREATED || isClosedForGood(type, rules)) {
            return this;
        }
        return switch (type) {
            case CUSTOMER_MESSAGE -> heard(event);
            case AGENT_REPLY -> answered(event.occurredAt()).told(event);
            case BOT_REPLY -> rules.botsAnswer() ? answered(event.occurredAt()).told(event) : told(event);
            case MERGED -> merged(event.occurredAt());
            default -> told(event);
        };
    }

    private boolean isClosedForGood(TicketEventType type, StoryRules rules) {
        return rules.closedIsFinal() && status == TicketStatus.CLOSED && type != TicketEventType.MERGED;
    }

    private TicketStory beforeItsCreation(TicketEventType type) {
        return switch (type) {
            case CUSTOMER_MESSAGE -> with(true, FirstReply.OUTSTANDING, quietSince);
            case AGENT_REPLY -> customerWrote ? with(true, FirstReply.OVER, quietSince) : this;
            default -> this;
        };
    }

    private TicketStory opened(TicketEvent event) {
        Instant at = event.occurredAt();
        boolean byCustomer = event.detail("by").orElse("customer").equalsIgnoreCase("customer");
        return new TicketStory(
                        at,
                        false,
                        byCustomer,
                        !byCustomer && customerWrote,
                        byCustomer ? FirstReply.OUTSTANDING : firstReply,
                        TicketStatus.NEW,
                        at,
                        null,
                        false)
                .withStatus(statusOf(event).orElse(TicketStatus.NEW), at);
    }

    /** By its first event, whatever that is; a message that came with the creation is the customer's first word. */
    static TicketStory adoptedBy(TicketEvent event) {
        Instant at = event.occurredAt();
        Instant created = event.toldCreation().orElse(at);
        boolean isMessage = event.meaning() == TicketEventType.CUSTOMER_MESSAGE;
        boolean isOpening = isMessage && !created.plus(OPENING).isBefore(at);
        TicketStory story = new TicketStory(
                created,
                true,
                isOpening,
                isMessage && !isOpening,
                isOpening ? FirstReply.OUTSTANDING : FirstReply.UNKNOWN,
                TicketStatus.NEW,
                at,
                null,
                false);
        return event.type() == TicketEventType.MERGED
                ? story.merged(at)
                : story.withStatus(statusOf(event).orElse(likelyStatus(event.type())), at);
    }

    /** What comes after the solution tells that there was one. */
    private static TicketStatus likelyStatus(TicketEventType type) {
        return switch (type) {
            case FOLLOW_UP, SURVEY_SENT, SATISFACTION -> TicketStatus.SOLVED;
            default -> TicketStatus.OPEN;
        };
    }

    static Optional<TicketStatus> statusOf(TicketEvent event) {
        return event.detail("status").flatMap(TicketStatus::named);
    }

    private TicketStory told(TicketEvent event) {
        return statusOf(event).map(next -> withStatus(next, event.occurredAt())).orElse(this);
    }

    /** Who writes is waited for no longer, and what was done is not: the ticket is open, unless its source knows better. */
    private TicketStory heard(TicketEvent event) {
        Instant at = event.occurredAt();
        TicketStatus told = statusOf(event).filter(next -> next != status).orElse(null);
        TicketStatus usual = isSolved() || status == TicketStatus.PENDING ? TicketStatus.OPEN : status;
        return with(true, firstReplyOnceHeard(at), at).withStatus(told == null ? usual : told, at);
    }

    private FirstReply firstReplyOnceHeard(Instant at) {
        if (isSolved() && isFirstReplyOwed()) {
            return FirstReply.OVER;
        }
        boolean isOpening = firstReply == FirstReply.UNKNOWN
                && !customerWrote
                && openedAt != null
                && !openedAt.plus(OPENING).isBefore(at);
        return isOpening ? FirstReply.OUTSTANDING : firstReply;
    }

    /** Only a reply to the customer's word is a reply. */
    private TicketStory answered(Instant at) {
        boolean isAnswer = openedByCustomer || customerWrote || firstReply == FirstReply.UNKNOWN;
        return with(customerWrote, isAnswer ? FirstReply.OVER : firstReply, at);
    }

    private TicketStory with(boolean wrote, FirstReply reply, @Nullable Instant quiet) {
        return new TicketStory(openedAt, adopted, openedByCustomer, wrote, reply, status, quiet, endedAt, merged);
    }

    private TicketStory withStatus(TicketStatus next, Instant at) {
        boolean reopened = isSolved() && !next.isSolved();
        Instant ended = isSolved() ? endedAt : at;
        return new TicketStory(
                openedAt,
                adopted,
                openedByCustomer,
                customerWrote,
                firstReply,
                next,
                reopened ? at : quietSince,
                next.isSolved() ? ended : null,
                merged);
    }

    private TicketStory merged(Instant at) {
        return new TicketStory(
                openedAt, adopted, openedByCustomer, customerWrote, firstReply, status, quietSince, at, true);
    }

    /** Whether nothing but the time of the last word differs. */
    public boolean isSameButLater(TicketStory other) {
        return with(customerWrote, firstReply, other.quietSince).equals(other);
    }
}
