package io.satisflow.channel.record;

import java.util.Locale;

/** Why a raw record could not be used: the reason code of its dead letter. */
public enum RefusalReason {
    NOT_UTF8,
    /** Not one JSON object: broken, cut off, a key twice, something after it, nested too deep, a number too long. */
    INVALID_JSON,
    RECORD_TOO_LARGE,
    /** A row of a table that cannot be told apart: a stray quote, more cells than columns. */
    UNREADABLE_ROW,
    MISSING_ID,
    /** An id of the record or of its ticket that is longer than ids are. */
    ID_TOO_LONG,
    MISSING_TIME,
    /** There is a time, but in none of the declared formats, or before 1970. */
    BAD_TIME,
    /** Later than the moment at which the broker stored the record, by more than clocks may differ. */
    TIME_IN_FUTURE,
    RATING_NOT_A_NUMBER,
    RATING_OUT_OF_SCALE,
    /** What should be words is an object or a list of objects, of which nothing is read. */
    NOT_A_TEXT,
    TEXT_TOO_LONG,
    UNKNOWN_TICKET_STATUS,
    UNKNOWN_TICKET_EVENT,
    /** A ticket event without the id of its ticket. */
    MISSING_TICKET,
    /** Neither feedback nor a ticket event. */
    NOTHING_TO_USE;

    /** The name on topics and in files, such as {@code missing_id}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
