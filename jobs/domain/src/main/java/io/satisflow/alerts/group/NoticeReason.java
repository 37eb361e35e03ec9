package io.satisflow.alerts.group;

import java.util.Locale;

/** Why a receiver is told of a group now. */
public enum NoticeReason {
    /** The group fires. */
    FIRST,
    /** More alerts fire. */
    NEW_MEMBERS,
    /** Alerts fire that a silence had held back. */
    SILENCE_ENDED,
    /** Alerts come and go; they count as firing until they are calm. */
    FLAPPING,
    SOME_RESOLVED,
    ALL_RESOLVED,
    /** Nobody has taken them on, and it was the next receiver's turn. */
    ESCALATED,
    /** Nothing has changed for long. */
    REPEAT;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
