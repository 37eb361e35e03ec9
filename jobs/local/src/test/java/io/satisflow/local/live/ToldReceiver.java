package io.satisflow.local.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Whoever is told of alerts by a webhook, and what they heard: {@code firing t-1}, {@code resolved t-1}. */
final class ToldReceiver implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final List<String> heard = new CopyOnWriteArrayList<>();

    private ToldReceiver(HttpServer server) {
        this.server = server;
    }

    static ToldReceiver start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ToldReceiver receiver = new ToldReceiver(server);
        server.createContext("/", receiver::take);
        server.start();
        return receiver;
    }

    String address() {
        return "http://127.0.0.1:%d/".formatted(server.getAddress().getPort());
    }

    List<String> heard() {
        return List.copyOf(heard);
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            for (JsonNode alert :
                    JSON.readTree(exchange.getRequestBody().readAllBytes()).path("alerts")) {
                heard.add(alert.path("status").asText() + " "
                        + alert.at("/annotations/ticket").asText());
            }
            exchange.sendResponseHeaders(204, -1);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
