package io.satisflow.flink.satisfaction.period;

import java.util.ArrayList;
import java.util.List;

/** Changes that wait for the time at which they are told. */
public record WaitingState(List<Part> parts) {
    static final WaitingState NONE = new WaitingState(List.of());

    /**
     * @param occurredAt epoch milliseconds
     * @param tallies as they are written
     */
    public record Part(long occurredAt, byte[] tallies) {}

    /** Tolerates null, which a field that was added after a savepoint is restored as. */
    public WaitingState {
        parts = parts == null ? List.of() : parts;
    }

    WaitingState with(long occurredAt, byte[] tallies) {
        List<Part> more = new ArrayList<>(parts);
        more.add(new Part(occurredAt, tallies));
        return new WaitingState(more);
    }
}
