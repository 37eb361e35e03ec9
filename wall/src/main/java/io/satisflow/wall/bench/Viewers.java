package io.satisflow.wall.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/** Many browsers on one thread: some read at once, some never. */
final class Viewers implements AutoCloseable, Runnable {
    /** What the updates carry: when they were made, by {@link System#nanoTime}. */
    static final String SENT = "\"sent\":";

    private static final byte[] MARK = SENT.getBytes(US_ASCII);
    private static final int SMALL_WINDOW = 4 * 1024;
    private static final long LOOK_MILLIS = 200;

    private final Selector selector;
    private final List<SocketChannel> stalled = new ArrayList<>();
    private final Delays delays = new Delays();
    private final Thread thread = new Thread(this, "viewers");
    private volatile boolean isClosed;
    private volatile long measuredFrom = Long.MAX_VALUE;
    private int lost;

    /** Reads the numbers behind the marks, wherever parts of the stream are cut. */
    private static final class Reading {
        private int matched;
        private long number = -1;
    }

    Viewers(InetSocketAddress server, int reading, int stalling) {
        try {
            selector = Selector.open();
            for (int i = 0; i < reading + stalling; i++) {
                boolean isStalled = i >= reading;
                SocketChannel channel = connect(server, isStalled);
                if (isStalled) {
                    stalled.add(channel);
                } else {
                    channel.configureBlocking(false);
                    channel.register(selector, SelectionKey.OP_READ, new Reading());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The viewers could not connect; is the limit of open files too low?", e);
        }
        thread.setDaemon(true);
        thread.start();
    }

    private static SocketChannel connect(InetSocketAddress server, boolean isStalled) throws IOException {
        SocketChannel channel = SocketChannel.open();
        if (isStalled) {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, SMALL_WINDOW);
        }
        channel.connect(server);
        channel.write(ByteBuffer.wrap("GET /api/stream HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".getBytes(US_ASCII)));
        return channel;
    }

    /** Only updates that were made from now on are counted. */
    void measure() {
        measuredFrom = System.nanoTime();
    }

    long threadId() {
        return thread.getId();
    }

    Delays delays() {
        return delays;
    }

    /** Connections that were meant to read, and ended. */
    int lost() {
        return lost;
    }

    @Override
    public void run() {
        ByteBuffer buffer = ByteBuffer.allocateDirect(256 * 1024);
        try {
            while (!isClosed) {
                selector.select(LOOK_MILLIS);
                for (SelectionKey key : selector.selectedKeys()) {
                    read(key, buffer);
                }
                selector.selectedKeys().clear();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(SelectionKey key, ByteBuffer buffer) throws IOException {
        buffer.clear();
        int count;
        try {
            count = ((SocketChannel) key.channel()).read(buffer);
        } catch (IOException e) {
            count = -1;
        }
        if (count < 0) {
            lost++;
            key.cancel();
            key.channel().close();
            return;
        }
        long now = System.nanoTime();
        buffer.flip();
        Reading reading = (Reading) key.attachment();
        while (buffer.hasRemaining()) {
            take(reading, buffer.get(), now);
        }
    }

    private void take(Reading reading, byte next, long now) {
        if (reading.number >= 0) {
            if (next >= '0' && next <= '9') {
                reading.number = reading.number * 10 + (next - '0');
                return;
            }
            if (reading.number >= measuredFrom) {
                delays.add(now - reading.number);
            }
            reading.number = -1;
        }
        reading.matched = next == MARK[reading.matched] ? reading.matched + 1 : next == MARK[0] ? 1 : 0;
        if (reading.matched == MARK.length) {
            reading.matched = 0;
            reading.number = 0;
        }
    }

    @Override
    public void close() {
        isClosed = true;
        selector.wakeup();
        try {
            thread.join(2_000);
            for (SelectionKey key : selector.keys()) {
                key.channel().close();
            }
            for (SocketChannel channel : stalled) {
                channel.close();
            }
            selector.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
