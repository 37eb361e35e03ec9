package io.satisflow.sla;

import java.util.Locale;

/** What can happen to a ticket. */
public enum TicketEventType {
    CREATED,
    CUSTOMER_MESSAGE,
    /** A public reply of a human agent. */
    AGENT_REPLY,
    INTERNAL_NOTE,
    BOT_REPLY,
    STATUS,
    PRIORITY,
    ASSIGNED,
    TAGS,
    GRADED,
    STAGE,
    ANSWERED,
    PROMISE,
    PLAN_PROPOSED,
    FOLLOW_UP,
    MERGED,
    SURVEY_SENT,
    SATISFACTION;

    /** The name on topics and in files, such as {@code agent_reply}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
