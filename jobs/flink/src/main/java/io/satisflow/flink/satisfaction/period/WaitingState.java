package io.satisflow.flink.satisfaction.period;

import io.satisflow.flink.satisfaction.tally.TalliesFormat;
import io.satisflow.satisfaction.tally.Tallies;
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

    /** Adds to what waits of the same time, so that a busy step holds no more than there are times in it. */
    WaitingState with(long occurredAt, byte[] tallies) {
        List<Part> more = new ArrayList<>(parts);
        for (int i = 0; i < more.size(); i++) {
            if (more.get(i).occurredAt() == occurredAt) {
                Tallies sum = TalliesFormat.read(more.get(i).tallies()).plus(TalliesFormat.read(tallies));
                more.set(i, new Part(occurredAt, TalliesFormat.write(sum)));
                return new WaitingState(more);
            }
        }
        more.add(new Part(occurredAt, tallies));
        return new WaitingState(more);
    }
}
