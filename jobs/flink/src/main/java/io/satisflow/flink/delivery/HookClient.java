package io.satisflow.flink.delivery;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** The one HTTP client of this JVM: each client has a thread of its own that Java 17 never ends. */
final class HookClient {
    private static final int THREADS = 4;
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final ExecutorService EXECUTOR = Executors.newFixedThreadPool(THREADS, task -> {
        Thread thread = new Thread(task, "hook-" + COUNT.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    });
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(CONNECT_TIMEOUT)
            .executor(EXECUTOR)
            .build();

    private HookClient() {}

    static HttpClient get() {
        return CLIENT;
    }

    /** For look-ups of names, which block. */
    static Executor executor() {
        return EXECUTOR;
    }
}
