package io.satisflow.wall.browser;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The DevTools protocol over one WebSocket: calls with their answers, and events of each tab. */
final class DevTools implements AutoCloseable {
    static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final WebSocket socket;
    private final AtomicLong calls = new AtomicLong();
    private final Map<Long, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
    private final Map<String, Consumer<JsonNode>> listeners = new ConcurrentHashMap<>();

    DevTools(URI address) {
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .connectTimeout(PATIENCE)
                .buildAsync(address, new Listener())
                .join();
    }

    /** @param each hears every event of this session, on the thread of the socket */
    void listen(String session, Consumer<JsonNode> each) {
        listeners.put(session, each);
    }

    /** @param session of a tab; null for the browser itself */
    JsonNode call(@Nullable String session, String method, ObjectNode parameters) {
        long id = calls.incrementAndGet();
        ObjectNode call = MAPPER.createObjectNode().put("id", id).put("method", method);
        call.set("params", parameters);
        if (session != null) {
            call.put("sessionId", session);
        }
        CompletableFuture<JsonNode> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        try {
            synchronized (socket) {
                socket.sendText(call.toString(), true).join();
            }
            return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new BrowserException("Chromium did not answer %s: %s".formatted(method, e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrowserException("Interrupted while Chromium was asked for " + method, e);
        }
    }

    private void hear(String text) {
        JsonNode said;
        try {
            said = MAPPER.readTree(text);
        } catch (JsonProcessingException e) {
            throw new BrowserException("Chromium said something that is no JSON", e);
        }
        CompletableFuture<JsonNode> caller = waiting.remove(said.path("id").asLong(-1));
        if (caller == null) {
            Consumer<JsonNode> listener = listeners.get(said.path("sessionId").asText(""));
            if (listener != null) {
                listener.accept(said);
            }
        } else if (said.has("error")) {
            caller.completeExceptionally(
                    new BrowserException(said.path("error").path("message").asText()));
        } else {
            caller.complete(said.path("result"));
        }
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean isLast) {
            text.append(part);
            if (isLast) {
                hear(text.toString());
                text.setLength(0);
            }
            from.request(1);
            return null;
        }
    }

    @Override
    public void close() {
        socket.abort();
    }
}
