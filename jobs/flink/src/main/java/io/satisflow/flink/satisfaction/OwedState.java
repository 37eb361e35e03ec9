package io.satisflow.flink.satisfaction;

import io.satisflow.satisfaction.window.Owed;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What of a window has not been told yet.
 *
 * @param answers that have come since it was told to those who watch it
 * @param toldAt epoch milliseconds; null when it was never told
 */
public record OwedState(
        boolean step,
        boolean present,
        long answers,
        @Nullable Long toldAt) {

    static Map<String, OwedState> of(Map<String, Owed> owed) {
        Map<String, OwedState> states = new HashMap<>();
        owed.forEach((name, each) -> {
            if (!each.equals(Owed.NOTHING)) {
                states.put(
                        name,
                        new OwedState(
                                each.step(),
                                each.present(),
                                each.answers(),
                                each.toldAt() == Long.MIN_VALUE ? null : each.toldAt()));
            }
        });
        return states;
    }

    Owed toDomain() {
        return new Owed(step, present, answers, toldAt == null ? Long.MIN_VALUE : toldAt);
    }
}
