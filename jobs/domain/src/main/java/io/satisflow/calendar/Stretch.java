package io.satisflow.calendar;

import java.time.Duration;
import java.time.Instant;

/** A half-open stretch of time; one that would end before it begins is empty. */
record Stretch(Instant from, Instant to) {

    Stretch within(Instant earliest, Instant latest) {
        return new Stretch(from.isBefore(earliest) ? earliest : from, to.isAfter(latest) ? latest : to);
    }

    boolean isEmpty() {
        return !from.isBefore(to);
    }

    Duration length() {
        return isEmpty() ? Duration.ZERO : Duration.between(from, to);
    }
}
