package io.satisflow.flink.io.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Requests to a registry: each address is tried in turn. It keeps no connection and no thread. */
final class RegistryClient {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int CONNECT_MILLIS = 5_000;
    private static final int READ_MILLIS = 15_000;
    private static final int MANY_BYTES = 4 << 20;

    private final List<String> urls;
    private final @Nullable String login;

    /** @param login {@code user:password}; null when the registry asks for none */
    RegistryClient(List<String> urls, @Nullable String login) {
        this.urls = urls;
        this.login = login;
    }

    /**
     * An answer.
     *
     * @param status of HTTP
     */
    record Answer(int status, JsonNode body) {
        String message() {
            return body.path("message").asText("HTTP " + status);
        }
    }

    /** Empty when there is no such thing. */
    Optional<JsonNode> get(String path) {
        Answer answer = ask("GET", path, null);
        return answer.status() == HttpURLConnection.HTTP_NOT_FOUND
                ? Optional.empty()
                : Optional.of(ok(answer, path).body());
    }

    Answer post(String path, JsonNode body) {
        return ask("POST", path, body);
    }

    /** @throws RegistryUnavailableException when the answer is a refusal */
    Answer ok(Answer answer, String path) {
        if (answer.status() == HttpURLConnection.HTTP_UNAUTHORIZED
                || answer.status() == HttpURLConnection.HTTP_FORBIDDEN) {
            throw new RegistryUnavailableException(
                    "The schema registry at %s refuses us (HTTP %d); set kafka.properties.basic.auth.user.info to user:password"
                            .formatted(String.join(", ", urls), answer.status()));
        }
        if (answer.status() >= HttpURLConnection.HTTP_MULT_CHOICE) {
            throw new RegistryUnavailableException("The schema registry at %s answers %s with HTTP %d: %s"
                    .formatted(String.join(", ", urls), path, answer.status(), answer.message()));
        }
        return answer;
    }

    private Answer ask(String method, String path, @Nullable JsonNode body) {
        IOException last = new IOException("no address");
        for (String url : urls) {
            try {
                return ask(method, URI.create(url + path), body);
            } catch (IOException e) {
                last = e;
            }
        }
        throw new RegistryUnavailableException(
                "The schema registry at %s does not answer: %s; is it running, and is kafka.properties.schema.registry.url right?"
                        .formatted(String.join(", ", urls), last.getMessage()),
                last);
    }

    private Answer ask(String method, URI address, @Nullable JsonNode body) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
        try {
            connection.setRequestMethod(method);
            connection.setConnectTimeout(CONNECT_MILLIS);
            connection.setReadTimeout(READ_MILLIS);
            connection.setInstanceFollowRedirects(false);
            connection.setRequestProperty("Accept", "application/vnd.schemaregistry.v1+json, application/json");
            if (login != null) {
                connection.setRequestProperty(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)));
            }
            if (body != null) {
                connection.setDoOutput(true);
                connection.setRequestProperty("Content-Type", "application/vnd.schemaregistry.v1+json");
                try (OutputStream out = connection.getOutputStream()) {
                    MAPPER.writeValue(out, body);
                }
            }
            return new Answer(connection.getResponseCode(), bodyOf(connection, address));
        } finally {
            connection.disconnect();
        }
    }

    private static JsonNode bodyOf(HttpURLConnection connection, URI address) throws IOException {
        int status = connection.getResponseCode();
        boolean refused = status >= HttpURLConnection.HTTP_MULT_CHOICE;
        try (InputStream in = status >= HttpURLConnection.HTTP_BAD_REQUEST
                ? connection.getErrorStream()
                : connection.getInputStream()) {
            byte[] bytes = in == null ? new byte[0] : in.readNBytes(MANY_BYTES);
            JsonNode body = MAPPER.readTree(bytes);
            return body == null ? MAPPER.createObjectNode() : body;
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            if (refused) {
                return MAPPER.createObjectNode();
            }
            throw new IOException("%s does not answer as a schema registry does".formatted(address), e);
        }
    }
}
