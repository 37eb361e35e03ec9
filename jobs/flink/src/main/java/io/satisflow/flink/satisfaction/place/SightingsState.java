package io.satisflow.flink.satisfaction.place;

import java.util.ArrayList;
import java.util.List;

/** Segments that become known at the same time. */
public record SightingsState(List<String> segments) {
    static final SightingsState NONE = new SightingsState(List.of());

    /** Tolerates null, which a field that was added after a savepoint is restored as. */
    public SightingsState {
        segments = segments == null ? List.of() : segments;
    }

    SightingsState with(String segment) {
        if (segments.contains(segment)) {
            return this;
        }
        List<String> more = new ArrayList<>(segments);
        more.add(segment);
        return new SightingsState(more);
    }
}
