package io.satisflow.flink.engine;

import java.io.Serializable;
import java.time.Instant;

/** A stretch of time, without its beginning. */
record Stretch(Instant from, Instant to) implements Serializable {
    boolean holds(Instant instant) {
        return instant.isAfter(from) && !instant.isAfter(to);
    }
}
