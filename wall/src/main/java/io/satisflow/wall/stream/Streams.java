package io.satisflow.wall.stream;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All browsers that listen, told together: what has changed is written once, and they all get the same bytes. A few hear of a
 * change at once, many in rounds, between which there is time for everything else.
 */
public final class Streams implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Streams.class);
    private static final long SHORTEST_PAUSE_NANOS = 15_000_000;
    private static final long LONGEST_PAUSE_NANOS = 100_000_000;
    /** Of the time that a round took: telling never takes more than a quarter of a core, however many listen. */
    private static final int PAUSE_FACTOR = 3;

    private static final long LOOK_MILLIS = 1_000;
    /** A browser that takes nothing for so long is asleep; it comes back by itself and is told what it has missed. */
    private static final Duration STALLED = Duration.ofMinutes(2);

    private final Changes changes;
    private final int most;
    private final Set<StreamClient> clients = ConcurrentHashMap.newKeySet();
    private final AtomicLong stalled = new AtomicLong();
    private final Thread teller = new Thread(this::tellAll, "wall-stream");
    private volatile boolean isClosed;

    /** @param most how many may listen at once */
    public Streams(Changes changes, int most) {
        this.changes = changes;
        this.most = most;
        teller.setDaemon(true);
        teller.start();
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

    private void tellAll() {
        long told = 0;
        try {
            while (!isClosed) {
                changes.awaitBehind(told, LOOK_MILLIS);
                long began = System.nanoTime();
                told = changes.total();
                tell(told, began);
                LockSupport.parkNanos(Math.min(
                        LONGEST_PAUSE_NANOS,
                        Math.max(SHORTEST_PAUSE_NANOS, PAUSE_FACTOR * (System.nanoTime() - began))));
            }
        } catch (InterruptedException e) {
            // Closed.
        }
    }

    private void tell(long upTo, long now) {
        for (StreamClient client : clients) {
            try {
                client.tell(upTo);
                if (client.stalledNanos(now) > STALLED.toNanos()) {
                    stalled.incrementAndGet();
                    client.close();
                }
            } catch (RuntimeException e) {
                // One that fails must not end the stream for all.
                LOG.warn("A viewer is let go", e);
                client.close();
            }
        }
    }

    @Override
    public void close() {
        isClosed = true;
        teller.interrupt();
        clients.forEach(StreamClient::close);
    }
}
