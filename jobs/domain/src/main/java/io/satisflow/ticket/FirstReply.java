package io.satisflow.ticket;

/** How a ticket's first reply stands. */
public enum FirstReply {
    /** Nobody has answered the customer yet, or the customer has not spoken. */
    OUTSTANDING,
    /** The ticket was first seen in mid-life: whether it had been answered by then is not known. */
    UNKNOWN,
    /** It was given, or the ticket was solved without one and then taken up by the customer. */
    OVER
}
