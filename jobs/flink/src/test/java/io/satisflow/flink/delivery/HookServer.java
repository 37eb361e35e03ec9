package io.satisflow.flink.delivery;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntSupplier;

/** A receiver on this machine that remembers what it was told. */
final class HookServer implements AutoCloseable {
    /** One request as it came. */
    record Request(String key, String signature, byte[] body, int answered) {}

    private final HttpServer server;
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private volatile IntSupplier status = () -> 200;

    private HookServer(HttpServer server) {
        this.server = server;
    }

    static HookServer start(int port) throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        HookServer server = new HookServer(http);
        http.createContext("/", server::answer);
        http.start();
        return server;
    }

    void answering(IntSupplier statuses) {
        status = statuses;
    }

    int port() {
        return server.getAddress().getPort();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port() + "/hook");
    }

    List<Request> requests() {
        return requests;
    }

    /** Ids of the notifications that were taken, in order, repetitions included. */
    List<String> taken() {
        return requests.stream()
                .filter(request -> request.answered == 200)
                .map(Request::key)
                .toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            int answer = status.getAsInt();
            requests.add(new Request(
                    header(exchange, "Idempotency-Key"), header(exchange, "X-Satisflow-Signature"), body, answer));
            exchange.sendResponseHeaders(answer, -1);
        }
    }

    private static String header(HttpExchange exchange, String name) {
        return Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst(name), "");
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
