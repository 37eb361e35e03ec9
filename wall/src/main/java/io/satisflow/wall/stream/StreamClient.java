package io.satisflow.wall.stream;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jetty.ee10.servlet.HttpOutput;

/** A browser that listens. Nothing blocks: what it cannot take yet waits in {@link Changes}, as its newest value. */
final class StreamClient implements WriteListener, AsyncListener {
    private final AsyncContext context;
    private final HttpOutput out;
    private final Changes changes;
    private final Consumer<StreamClient> whenGone;

    private long cursor;
    /** How far it is told; the same for all that are told at once. */
    private long end;
    /** The container calls when there is room again; until then nobody may ask. */
    private boolean isWaiting = true;

    /** A browser waits for the head of the answer, however long nothing happens. */
    private boolean isHeadDue = true;

    private boolean isClosed;
    private long progressNanos = System.nanoTime();

    StreamClient(AsyncContext context, Changes changes, long cursor, Consumer<StreamClient> whenGone)
            throws IOException {
        this.context = context;
        // Jetty's own, because it takes buffers as they are: neither copied nor kept until a flush.
        this.out = (HttpOutput) context.getResponse().getOutputStream();
        this.changes = changes;
        this.cursor = cursor;
        this.end = changes.total();
        this.whenGone = whenGone;
    }

    @Override
    public synchronized void onWritePossible() {
        isWaiting = false;
        send();
    }

    /** Sends what is new up to a place, if there is room. */
    synchronized void tell(long upTo) {
        end = Math.max(end, upTo);
        if (!isWaiting && !isClosed && end > cursor) {
            send();
        }
    }

    private void send() {
        try {
            while (!isClosed) {
                if (!out.isReady()) {
                    isWaiting = true;
                    return;
                }
                progressNanos = System.nanoTime();
                if (isHeadDue) {
                    isHeadDue = false;
                    out.flush();
                    continue;
                }
                Optional<Frame> frame = changes.frameAfter(cursor, end);
                if (frame.isEmpty()) {
                    return;
                }
                cursor = frame.get().end();
                if (frame.get().bytes().length > 0) {
                    out.write(ByteBuffer.wrap(frame.get().bytes()));
                }
            }
        } catch (IOException | IllegalStateException e) {
            close();
        }
    }

    /** How long it has not taken anything although something was there. */
    synchronized long stalledNanos(long now) {
        return isWaiting ? now - progressNanos : 0;
    }

    synchronized void close() {
        if (isClosed) {
            return;
        }
        isClosed = true;
        whenGone.accept(this);
        try {
            context.complete();
        } catch (IllegalStateException e) {
            // The container has ended it already.
        }
    }

    @Override
    public void onError(Throwable failure) {
        close();
    }

    @Override
    public void onError(AsyncEvent event) {
        close();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
        close();
    }

    @Override
    public void onComplete(AsyncEvent event) {
        close();
    }

    @Override
    public void onStartAsync(AsyncEvent event) {}
}
