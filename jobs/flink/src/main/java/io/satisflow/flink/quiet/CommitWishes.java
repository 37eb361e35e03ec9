package io.satisflow.flink.quiet;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Jobs say that they have written what nobody may read before their next checkpoint. A job that is silent needs none. */
public final class CommitWishes {
    private static final Set<Consumer<String>> LISTENERS = ConcurrentHashMap.newKeySet();

    private CommitWishes() {}

    /** @param listener gets the names of jobs, from any thread, until the result is closed */
    public static AutoCloseable heardBy(Consumer<String> listener) {
        LISTENERS.add(listener);
        return () -> LISTENERS.remove(listener);
    }

    /** The first record since the job's last checkpoint has been written. */
    public static void wish(String job) {
        LISTENERS.forEach(listener -> listener.accept(job));
    }
}
