package io.satisflow.local.bench.latency;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Whoever is told: when it first heard that a ticket's alert fires, in epoch milliseconds, by {@code ticket/event}. */
final class ToldReceiver implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final Map<String, Long> heardAt = new ConcurrentHashMap<>();

    ToldReceiver() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:%d/".formatted(server.getAddress().getPort());
    }

    Map<String, Long> heardAt() {
        return heardAt;
    }

    private void take(HttpExchange exchange) throws IOException {
        long now = System.currentTimeMillis();
        try (exchange) {
            JsonNode message = JSON.readTree(exchange.getRequestBody().readAllBytes());
            for (JsonNode alert : message.path("alerts")) {
                if (alert.path("status").asText().equals("firing")) {
                    String ticket = alert.at("/annotations/ticket").asText();
                    heardAt.putIfAbsent(ticket + "/" + alert.at("/labels/event").asText(), now);
                }
            }
            exchange.sendResponseHeaders(204, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
