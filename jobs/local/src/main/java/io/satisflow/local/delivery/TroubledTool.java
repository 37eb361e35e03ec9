package io.satisflow.local.delivery;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A receiver in trouble, over a bare socket, until it is healed; then it takes everything. */
final class TroubledTool implements AutoCloseable {
    private static final int DRIP_MILLIS = 500;

    /** What it does with a connection on which a request has come. */
    enum Trouble {
        ANSWERS_503,
        HANGS_AFTER_HEADERS,
        DRIPS,
        RESETS
    }

    private final Trouble trouble;
    private final ServerSocket server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch healed = new CountDownLatch(1);
    private final AtomicInteger attempts = new AtomicInteger();
    private final List<String> told = new ArrayList<>();

    TroubledTool(Trouble trouble) {
        this.trouble = trouble;
        try {
            server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException("No port is free on this machine", e);
        }
        threads.execute(this::accept);
    }

    String address() {
        return "http://127.0.0.1:%d/".formatted(server.getLocalPort());
    }

    void heal() {
        healed.countDown();
    }

    /** Requests that came while it was in trouble. */
    int attempts() {
        return attempts.get();
    }

    /** Alerts in the order in which it took them. */
    synchronized List<String> told() {
        return List.copyOf(told);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                threads.execute(() -> serve(socket));
            } catch (IOException e) {
                // It is closed.
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            byte[] body = request(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            if (healed.getCount() == 0) {
                synchronized (this) {
                    ToldTool.read(body, 0).forEach(one -> told.add(one.alert()));
                }
                say(out, "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n");
            } else {
                attempts.incrementAndGet();
                misbehave(socket, out);
            }
        } catch (IOException e) {
            // The other side has gone, as it should.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void misbehave(Socket socket, OutputStream out) throws IOException, InterruptedException {
        switch (trouble) {
            case ANSWERS_503 ->
                say(out, "HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            case HANGS_AFTER_HEADERS -> {
                say(out, "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n");
                healed.await();
            }
            case DRIPS -> {
                say(out, "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n");
                while (!healed.await(DRIP_MILLIS, TimeUnit.MILLISECONDS)) {
                    say(out, "x");
                }
            }
            case RESETS -> socket.setSoLinger(true, 0);
        }
    }

    private static void say(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static byte[] request(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("no request");
            }
            head.write(next);
        }
        String length = head.toString(StandardCharsets.US_ASCII).replaceAll("(?is).*content-length: *(\\d+).*", "$1");
        return in.readNBytes(Integer.parseInt(length));
    }

    @Override
    public void close() throws IOException {
        server.close();
        heal();
        threads.shutdownNow();
    }
}
