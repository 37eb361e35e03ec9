package io.satisflow.local.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A registry over HTTP that keeps what it is told and has no rule of its own. The same promises are kept by a real one. */
final class RegistryServer implements AutoCloseable {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpServer server;
    private final List<String> schemas = new ArrayList<>();
    private final Map<String, List<Integer>> subjects = new TreeMap<>();
    private String login = "";

    RegistryServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** @param header what {@code Authorization} has to say from now on */
    void ask(String header) {
        login = header;
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        String[] path = exchange.getRequestURI().getPath().split("/");
        JsonNode body = MAPPER.readTree(exchange.getRequestBody());
        if (!login.isEmpty() && !login.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            send(exchange, 401, MAPPER.createObjectNode());
        } else if (path[1].equals("schemas")) {
            int id = Integer.parseInt(path[3]);
            if (id > schemas.size()) {
                notFound(exchange);
            } else {
                send(exchange, 200, MAPPER.createObjectNode().put("schema", schemas.get(id - 1)));
            }
        } else if (path.length == 2) {
            send(exchange, 200, MAPPER.valueToTree(subjects.keySet()));
        } else {
            ofSubject(exchange, path, body);
        }
    }

    private void ofSubject(HttpExchange exchange, String[] path, JsonNode body) throws IOException {
        List<Integer> versions = subjects.getOrDefault(path[2], List.of());
        boolean isPost = exchange.getRequestMethod().equals("POST");
        if (isPost) {
            String schema = body.path("schema").asText();
            boolean isKnown = versions.contains(schemas.indexOf(schema) + 1);
            if (path.length == 3 && !isKnown) {
                notFound(exchange);
                return;
            }
            send(exchange, 200, MAPPER.createObjectNode().put("id", register(path[2], schema)));
        } else if (versions.isEmpty()) {
            notFound(exchange);
        } else if (path.length == 4) {
            ArrayNode numbers = MAPPER.createArrayNode();
            for (int number = 1; number <= versions.size(); number++) {
                numbers.add(number);
            }
            send(exchange, 200, numbers);
        } else {
            int id = versions.get(Integer.parseInt(path[4]) - 1);
            send(exchange, 200, MAPPER.createObjectNode().put("id", id).put("schema", schemas.get(id - 1)));
        }
    }

    private int register(String subject, String schema) {
        if (!schemas.contains(schema)) {
            schemas.add(schema);
        }
        int id = schemas.indexOf(schema) + 1;
        List<Integer> versions = subjects.computeIfAbsent(subject, name -> new ArrayList<>());
        if (!versions.contains(id)) {
            versions.add(id);
        }
        return id;
    }

    private static void notFound(HttpExchange exchange) throws IOException {
        send(exchange, 404, MAPPER.createObjectNode().put("error_code", 40401).put("message", "not found"));
    }

    private static void send(HttpExchange exchange, int status, JsonNode body) throws IOException {
        byte[] bytes = MAPPER.writeValueAsBytes(body);
        exchange.getResponseHeaders().add("Content-Type", "application/vnd.schemaregistry.v1+json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
