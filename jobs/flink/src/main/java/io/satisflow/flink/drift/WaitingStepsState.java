package io.satisflow.flink.drift;

import io.satisflow.drift.StepArrival;
import java.util.List;
import java.util.stream.Stream;

/** Steps that become known at the same moment. */
public record WaitingStepsState(List<StepArrival> steps) {
    static final WaitingStepsState NONE = new WaitingStepsState(List.of());

    /** Tolerates null, which a field that was added after a savepoint is restored as. */
    public WaitingStepsState {
        steps = steps == null ? List.of() : List.copyOf(steps);
    }

    WaitingStepsState with(StepArrival step) {
        return new WaitingStepsState(
                Stream.concat(steps.stream(), Stream.of(step)).toList());
    }
}
