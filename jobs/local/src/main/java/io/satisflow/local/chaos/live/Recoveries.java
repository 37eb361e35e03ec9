package io.satisflow.local.chaos.live;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How often each trouble was made, and how long it took from the start after it to the first committed output. */
final class Recoveries {
    private final Map<Trouble, List<Duration>> byTrouble = new EnumMap<>(Trouble.class);
    private final Map<Trouble, Integer> times = new EnumMap<>(Trouble.class);

    void made(Trouble trouble) {
        times.merge(trouble, 1, Integer::sum);
    }

    void recovered(Trouble trouble, Duration within) {
        byTrouble.computeIfAbsent(trouble, each -> new ArrayList<>()).add(within);
    }

    int times(Trouble trouble) {
        return times.getOrDefault(trouble, 0);
    }

    /** Sorted; of the troubles after which a process was started. */
    List<Duration> ofStarts() {
        return byTrouble.entrySet().stream()
                .filter(entry -> entry.getKey() != Trouble.SLEEP)
                .flatMap(entry -> entry.getValue().stream())
                .sorted()
                .toList();
    }

    List<Duration> of(Trouble trouble) {
        return byTrouble.getOrDefault(trouble, List.of()).stream().sorted().toList();
    }

    /** @param sorted one or more */
    static double quantile(List<Duration> sorted, double share) {
        int place = (int) Math.ceil(share * sorted.size()) - 1;
        return sorted.get(Math.max(0, place)).toMillis() / 1000.0;
    }
}
