package io.satisflow.calendar.ical;

/** A file that is no iCalendar, or not a whole one. */
public final class IcalException extends RuntimeException {
    private final int line;

    IcalException(int line, String message) {
        super(message);
        this.line = line;
    }

    /** Counted from 1. */
    public int line() {
        return line;
    }
}
