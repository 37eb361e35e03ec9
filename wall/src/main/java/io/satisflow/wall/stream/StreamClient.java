package io.satisflow.wall.stream;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/** A browser that listens. Nothing blocks: what it cannot take yet waits in {@link Changes}, as its newest value. */
final class StreamClient implements WriteListener, AsyncListener {
    private final AsyncContext context;
    private final ServletOutputStream out;
    private final Changes changes;
    private final Consumer<StreamClient> whenGone;

    private long cursor;
    /** The container calls when there is room again; until then nobody may ask. */
    private boolean isWaiting = true;

    /** At first the head of the answer: a browser waits for it, however long nothing happens. */
    private boolean isUnflushed = true;

    private boolean isClosed;
    private long progressNanos = System.nanoTime();

    StreamClient(AsyncContext context, Changes changes, long cursor, Consumer<StreamClient> whenGone)
            throws IOException {
        this.context = context;
        this.out = context.getResponse().getOutputStream();
        this.changes = changes;
        this.cursor = cursor;
        this.whenGone = whenGone;
    }

    @Override
    public synchronized void onWritePossible() {
        isWaiting = false;
        send();
    }

    /** Sends what is new, if there is room. */
    synchronized void wake() {
        if (!isWaiting && !isClosed && changes.isBehind(cursor)) {
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
                if (isUnflushed) {
                    isUnflushed = false;
                    out.flush();
                    continue;
                }
                Optional<Frame> frame = changes.frameAfter(cursor);
                if (frame.isEmpty()) {
                    return;
                }
                cursor = frame.get().end();
                isUnflushed = true;
                out.write(frame.get().bytes());
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
