package io.satisflow.flink.state;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.BiConsumer;
import java.util.function.ToLongFunction;

/**
 * What has arrived for keys and may be used when time has come to it. It waits in memory, since most of it waits for the next
 * watermark only: so a key's state is read and written once a watermark, however much has arrived for it, and needs no timer.
 */
public final class Arrived<T> {
    /** How much may wait here; more goes to state and gets timers. */
    private static final int ROOM = 20_000;

    private final ToLongFunction<T> knownAt;
    private final Map<String, List<T>> byKey = new HashMap<>();
    private final PriorityQueue<Waiting> queue =
            new PriorityQueue<>(Comparator.comparingLong(Waiting::time).thenComparing(Waiting::key));

    private record Waiting(String key, long time) {}

    /** @param items never empty */
    public record Batch<T>(String key, List<T> items) {}

    /** @param knownAt from when something may be used, in event time, epoch milliseconds */
    public Arrived(ToLongFunction<T> knownAt) {
        this.knownAt = knownAt;
    }

    public boolean hasRoom() {
        return queue.size() < ROOM;
    }

    public void add(String key, T item) {
        byKey.computeIfAbsent(key, none -> new ArrayList<>(2)).add(item);
        queue.add(new Waiting(key, knownAt.applyAsLong(item)));
    }

    /** Takes what may be used up to this time of the next key that has any; empty when none has. */
    public Optional<Batch<T>> takeUntil(long time) {
        for (Waiting first = queue.peek(); first != null && first.time <= time; first = queue.peek()) {
            queue.remove();
            List<T> usable = takeOf(first.key, time);
            if (!usable.isEmpty()) {
                return Optional.of(new Batch<>(first.key, usable));
            }
        }
        return Optional.empty();
    }

    private List<T> takeOf(String key, long time) {
        List<T> waiting = byKey.getOrDefault(key, List.of());
        List<T> usable = waiting.stream()
                .filter(item -> knownAt.applyAsLong(item) <= time)
                .toList();
        if (usable.size() == waiting.size()) {
            byKey.remove(key);
        } else {
            waiting.removeAll(usable);
        }
        return usable;
    }

    /** Takes all of it. */
    public void drainTo(BiConsumer<String, List<T>> each) {
        byKey.forEach(each);
        byKey.clear();
        queue.clear();
    }
}
