package io.satisflow.ticket;

import java.util.Locale;

/** What can happen to a ticket, in the order in which it counts when it happens at the same instant. */
public enum TicketEventType {
    CREATED,
    CUSTOMER_MESSAGE,
    /** A public reply of a human agent. */
    AGENT_REPLY,
    INTERNAL_NOTE,
    BOT_REPLY,
    /** Before a status, since who finds a customer unhappy reopens the ticket in the same breath. */
    FOLLOW_UP,
    STATUS,
    PRIORITY,
    ASSIGNED,
    TAGS,
    GRADED,
    STAGE,
    ANSWERED,
    PROMISE,
    PLAN_PROPOSED,
    MERGED,
    SURVEY_SENT,
    SATISFACTION;

    /** The name on topics and in files, such as {@code agent_reply}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
