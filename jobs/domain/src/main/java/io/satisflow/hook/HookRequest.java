package io.satisflow.hook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is sent: over HTTP, or as mail when the scheme is {@code smtp}, {@code smtps} or {@code smtp+starttls}.
 *
 * @param body of at most the form's size
 */
public record HookRequest(String method, URI uri, Map<String, String> headers, byte[] body) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public HookRequest {
        headers = Collections.unmodifiableMap(new TreeMap<>(headers));
    }

    public static HookRequest post(URI uri, JsonNode body) {
        return json("POST", uri, body);
    }

    public static HookRequest json(String method, URI uri, JsonNode body) {
        return new HookRequest(method, uri, Map.of("Content-Type", "application/json; charset=utf-8"), bytes(body));
    }

    public HookRequest with(String header, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(header, value);
        return new HookRequest(method, uri, more, body);
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(JsonNode body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of texts can be written", e);
        }
    }

    /** Without the address, which may hold a token. */
    @Override
    public String toString() {
        return "%s of %d bytes".formatted(method, body.length);
    }
}
