package io.satisflow.flink.quiet;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Jobs say that they have written what nobody may read before their next checkpoint. A job that is silent needs none. */
public final class CommitWishes {
    private static final Set<Listener> LISTENERS = ConcurrentHashMap.newKeySet();

    private CommitWishes() {}

    /** Called from any thread. */
    public interface Listener {
        /** The first record since the job's last checkpoint has been written. */
        void wish(String job);

        /** The job has written its last word into one of its topics: for more there is nothing to wait. */
        void wishAtOnce(String job);
    }

    /** @param listener until the result is closed */
    public static AutoCloseable heardBy(Listener listener) {
        LISTENERS.add(listener);
        return () -> LISTENERS.remove(listener);
    }

    public static void wish(String job) {
        LISTENERS.forEach(listener -> listener.wish(job));
    }

    public static void wishAtOnce(String job) {
        LISTENERS.forEach(listener -> listener.wishAtOnce(job));
    }
}
