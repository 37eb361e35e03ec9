package io.satisflow.local.chaos.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whoever is told of broken promises: remembers every word, and may be down for a while. */
final class LedgerReceiver implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FIRING = "firing";

    private final int port;
    private final Map<String, List<String>> keysByTicket = new HashMap<>();
    private final Map<String, Integer> unnamedByKey = new HashMap<>();
    private @Nullable HttpServer server;

    private LedgerReceiver(HttpServer server) {
        this.server = server;
        this.port = server.getAddress().getPort();
    }

    static LedgerReceiver start() throws IOException {
        LedgerReceiver receiver = new LedgerReceiver(HttpServer.create(loopback(0), 0));
        receiver.listen();
        return receiver;
    }

    private static InetSocketAddress loopback(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    private void listen() {
        if (server != null) {
            server.createContext("/", this::take);
            server.start();
        }
    }

    String address() {
        return "http://127.0.0.1:%d/".formatted(port);
    }

    /** Nobody listens until {@link #goUp}. */
    void goDown() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
    }

    void goUp() throws IOException {
        server = HttpServer.create(loopback(port), 0);
        listen();
    }

    /**
     * What it was told.
     *
     * @param keysByTicket of each ticket that was told as broken, the idempotency keys of the messages that said so first; none
     *     for one that was heard of only when it was over, as what waits while nobody listens is told together, by its last word
     * @param unnamed how many more a summary of what comes too late has counted without a name; each is a dead letter
     */
    record Heard(Map<String, List<String>> keysByTicket, int unnamed) {}

    synchronized Heard heard() {
        Map<String, List<String>> copy = new HashMap<>();
        keysByTicket.forEach((ticket, keys) -> copy.put(ticket, List.copyOf(keys)));
        return new Heard(
                copy, unnamedByKey.values().stream().mapToInt(Integer::intValue).sum());
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode message = JSON.readTree(exchange.getRequestBody().readAllBytes());
            String key = String.valueOf(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
            synchronized (this) {
                message.path("alerts").forEach(alert -> hear(alert, key));
                unnamedByKey.put(key, message.path("truncatedAlerts").asInt());
            }
            exchange.sendResponseHeaders(204, -1);
        }
    }

    private void hear(JsonNode alert, String key) {
        String ticket = alert.at("/annotations/ticket").asText();
        if (ticket.isEmpty()) {
            return;
        }
        List<String> keys = keysByTicket.computeIfAbsent(ticket, each -> new ArrayList<>());
        if (alert.path("status").asText().equals(FIRING)) {
            keys.add(key);
        }
    }

    @Override
    public void close() {
        goDown();
    }
}
