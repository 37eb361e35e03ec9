package io.satisflow.calendar.ical;

/** Why an event is left aside; it never leaves this package. */
final class UnusableEventException extends RuntimeException {

    UnusableEventException(String message) {
        super(message, null, false, false);
    }
}
