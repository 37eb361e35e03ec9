package io.satisflow.flink.drift;

import java.util.List;
import java.util.stream.Stream;

/** The aspects that texts of one stretch speak of, so that its rows are found when it is forgotten. */
public record StretchAspectsState(List<String> aspects) {
    static final StretchAspectsState NONE = new StretchAspectsState(List.of());

    /** Tolerates null, which a field that was added after a savepoint is restored as. */
    public StretchAspectsState {
        aspects = aspects == null ? List.of() : List.copyOf(aspects);
    }

    StretchAspectsState with(String aspect) {
        return new StretchAspectsState(
                Stream.concat(aspects.stream(), Stream.of(aspect)).toList());
    }
}
