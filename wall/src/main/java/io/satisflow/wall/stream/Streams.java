package io.satisflow.wall.stream;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All browsers that listen. Several times a second those are woken that have something to hear. */
public final class Streams implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Streams.class);
    private static final Duration PACE = Duration.ofMillis(50);
    /** A browser that takes nothing for so long is asleep; it comes back by itself and is told what it has missed. */
    private static final Duration STALLED = Duration.ofMinutes(2);

    private final Changes changes;
    private final int most;
    private final Set<StreamClient> clients = ConcurrentHashMap.newKeySet();
    private final AtomicLong stalled = new AtomicLong();
    private final ScheduledExecutorService pacer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "wall-stream");
        thread.setDaemon(true);
        return thread;
    });

    /** @param most how many may listen at once */
    public Streams(Changes changes, int most) {
        this.changes = changes;
        this.most = most;
        pacer.scheduleWithFixedDelay(this::wake, PACE.toMillis(), PACE.toMillis(), TimeUnit.MILLISECONDS);
    }

    public int listening() {
        return clients.size();
    }

    /** Clients that were let go because they took nothing any more. */
    public long stalled() {
        return stalled.get();
    }

    /**
     * Keeps the answer open and writes to it from now on.
     *
     * @param lastEventId what the browser has seen already
     */
    public void open(HttpServletRequest request, HttpServletResponse response, @Nullable String lastEventId)
            throws IOException {
        if (clients.size() >= most) {
            response.setHeader("Retry-After", "30");
            response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE, "The wall has " + most + " viewers");
            return;
        }
        response.setContentType("text/event-stream;charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        AsyncContext context = request.startAsync();
        context.setTimeout(0);
        StreamClient client = new StreamClient(context, changes, changes.cursorAfter(lastEventId), clients::remove);
        clients.add(client);
        context.addListener(client);
        context.getResponse().getOutputStream().setWriteListener(client);
    }

    private void wake() {
        long now = System.nanoTime();
        for (StreamClient client : clients) {
            try {
                client.wake();
                if (client.stalledNanos(now) > STALLED.toNanos()) {
                    stalled.incrementAndGet();
                    client.close();
                }
            } catch (RuntimeException e) {
                // One that fails must not end the pace for all.
                LOG.warn("A viewer is let go", e);
                client.close();
            }
        }
    }

    @Override
    public void close() {
        pacer.shutdownNow();
        clients.forEach(StreamClient::close);
    }
}
