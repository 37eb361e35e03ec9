package io.satisflow.alerts.lifecycle;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that is kept of one subject.
 *
 * @param waiting observations that may not be used yet
 * @param standings by rule and key
 * @param heardAt when anything was said of it last; null in old state
 * @param about the last word about the subject itself, such as its team; null when there was none
 */
public record SubjectState(
        List<Observation> waiting,
        Map<String, Standing> standings,
        @Nullable Observation about,
        @Nullable Instant heardAt) {
    public static final SubjectState EMPTY = new SubjectState(List.of(), Map.of(), null, null);

    /** Tolerates null, which a field that was added after a savepoint is restored as. */
    public SubjectState {
        waiting = waiting == null ? List.of() : List.copyOf(waiting);
        standings = standings == null ? Map.of() : new TreeMap<>(standings);
    }

    public SubjectState with(Observation seen) {
        return new SubjectState(Stream.concat(waiting.stream(), Stream.of(seen)).toList(), standings, about, heardAt);
    }

    public boolean isEmpty() {
        return waiting.isEmpty() && standings.isEmpty() && about == null;
    }
}
