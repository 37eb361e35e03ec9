package io.satisflow.local.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/** A receiver that takes everything, and remembers which messages came when, and what alerts stood in them. */
final class ToldTool implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * What came by one POST.
     *
     * @param key what the message says it is known by
     */
    record Post(String key, List<Told> alerts, long atNanos) {
        Post {
            alerts = List.copyOf(alerts);
        }
    }

    /**
     * An alert in a message.
     *
     * @param delayNanos since the alert was made, where that was in this process
     */
    record Told(String alert, long delayNanos) {
        /** Of its notification, see {@link NotificationLoad}. */
        int number() {
            return Integer.parseInt(alert.substring(1));
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Post> posts = new ArrayList<>();
    private final List<Consumer<Post>> listeners = new CopyOnWriteArrayList<>();

    ToldTool() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("No port is free on this machine", e);
        }
        server.createContext("/", this::take);
        server.setExecutor(threads);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:%d/".formatted(server.getAddress().getPort());
    }

    /** Is told before the answer is given. */
    void listen(Consumer<Post> listener) {
        listeners.add(listener);
    }

    void forget(Consumer<Post> listener) {
        listeners.remove(listener);
    }

    synchronized List<Post> posts() {
        return List.copyOf(posts);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            long now = System.nanoTime();
            byte[] body = exchange.getRequestBody().readAllBytes();
            String key = Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Idempotency-Key"), "");
            Post post = new Post(key, read(body, now), now);
            synchronized (this) {
                posts.add(post);
            }
            listeners.forEach(listener -> listener.accept(post));
            exchange.sendResponseHeaders(204, -1);
        }
    }

    static List<Told> read(byte[] body, long now) throws IOException {
        List<Told> all = new ArrayList<>();
        for (JsonNode alert : JSON.readTree(body).path("alerts")) {
            long made = alert.at("/annotations/" + NotificationLoad.MADE).asLong();
            all.add(new Told(alert.at("/labels/" + NotificationLoad.NUMBER).asText(), now - made));
        }
        return all;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
