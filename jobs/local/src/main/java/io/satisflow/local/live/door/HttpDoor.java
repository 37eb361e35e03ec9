package io.satisflow.local.live.door;

import io.javalin.Javalin;
import io.javalin.http.Context;
import io.satisflow.channel.ChannelMapping;
import io.satisflow.channel.entrance.Entrance;
import io.satisflow.local.live.input.LiveException;
import io.satisflow.settings.ChannelSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /in/<channel>}: a JSON object, or a list of them, as its source sends it. It is answered with 202 only after the
 * broker has acknowledged every record of it; until then nobody has to believe that it is safe.
 */
public final class HttpDoor implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";
    /** Requests that are being stored; those beyond are to come again. */
    /** Fewer than the server has threads, so that one is left to say that it is too much. */
    static final int MOST_AT_ONCE = 128;

    private static final int ACCEPTED = 202;
    private static final int BAD_REQUEST = 400;
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;
    private static final int TOO_LARGE = 413;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;
    private static final int SECONDS_TO_WAIT = 2;

    private final Map<String, ChannelSettings> channels = new TreeMap<>();
    private final RawRecordStore store;
    private final Supplier<Instant> clock;
    private final Function<String, @Nullable String> environment;
    private final Semaphore places = new Semaphore(MOST_AT_ONCE);
    private final Javalin server;

    private HttpDoor(
            List<ChannelSettings> settings,
            RawRecordStore store,
            Supplier<Instant> clock,
            Function<String, @Nullable String> environment) {
        settings.forEach(each -> channels.put(each.mapping().channel(), each));
        this.store = store;
        this.clock = clock;
        this.environment = environment;
        int largest = settings.stream()
                .mapToInt(each -> each.mapping().profile().recordLimit())
                .max()
                .orElse(0);
        this.server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.http.maxRequestSize = largest + 1L;
            config.routes.post("/in/{channel}", this::take);
        });
    }

    /**
     * Opens on the loopback interface; who is to reach it from outside goes through a proxy that ends TLS.
     *
     * @param port 0 for any that is free
     * @param environment gives the secrets that mappings name
     */
    public static HttpDoor open(
            int port,
            List<ChannelSettings> channels,
            RawRecordStore store,
            Supplier<Instant> clock,
            Function<String, @Nullable String> environment) {
        HttpDoor door = new HttpDoor(channels, store, clock, environment);
        try {
            door.server.start(LOOPBACK, port);
            return door;
        } catch (RuntimeException e) {
            throw new LiveException(
                    "The HTTP door cannot be opened at %s:%d: %s; choose another --http port"
                            .formatted(LOOPBACK, port, e.getMessage()),
                    e);
        }
    }

    public int port() {
        return server.port();
    }

    /** Channels to which nobody can post, and why. */
    public List<String> closed() {
        List<String> closed = new ArrayList<>();
        channels.forEach((name, channel) -> {
            Entrance entrance = channel.mapping().entrance();
            if (entrance.signature() == null && entrance.token() == null && !entrance.open()) {
                closed.add("channel %s takes no posts: its mapping has no http: section".formatted(name));
            }
            for (String variable : entrance.variables()) {
                String value = environment.apply(variable);
                if (value == null || value.isEmpty()) {
                    closed.add("channel %s takes no posts: %s is not set in the environment".formatted(name, variable));
                }
            }
        });
        return closed;
    }

    private void take(Context request) {
        ChannelSettings channel = channels.get(request.pathParam("channel"));
        if (channel == null) {
            answer(request, NOT_FOUND, "there is no channel of that name; it is the last part of the address");
            return;
        }
        int limit = channel.mapping().profile().recordLimit();
        if (request.req().getContentLengthLong() > limit) {
            answer(
                    request,
                    TOO_LARGE,
                    "the body is larger than %d bytes, the record_limit of this channel".formatted(limit));
            return;
        }
        if (!places.tryAcquire()) {
            request.header("Retry-After", String.valueOf(SECONDS_TO_WAIT));
            answer(
                    request,
                    TOO_MANY,
                    "too many requests are being stored; send it again in %d s".formatted(SECONDS_TO_WAIT));
            return;
        }
        try {
            store(request, channel, limit);
        } finally {
            places.release();
        }
    }

    private void store(Context request, ChannelSettings channel, int limit) {
        byte[] body = request.bodyAsBytes();
        if (body.length > limit) {
            answer(
                    request,
                    TOO_LARGE,
                    "the body is larger than %d bytes, the record_limit of this channel".formatted(limit));
            return;
        }
        ChannelMapping mapping = channel.mapping();
        Instant now = clock.get();
        Optional<String> refusal = mapping.entrance().refusal(new PostedRequest(request, body), now, environment);
        if (refusal.isPresent()) {
            answer(request, UNAUTHORIZED, refusal.get());
            return;
        }
        PostedRecords records = PostedRecords.of(body);
        if (records.problem() != null) {
            answer(request, BAD_REQUEST, records.problem());
            return;
        }
        Optional<String> failure = store.store(channel, records.payloads(), now);
        if (failure.isPresent()) {
            request.header("Retry-After", String.valueOf(SECONDS_TO_WAIT));
            answer(request, UNAVAILABLE, failure.get());
        } else {
            request.status(ACCEPTED).json(Map.of("accepted", records.payloads().size()));
        }
    }

    private static void answer(Context request, int status, String reason) {
        request.status(status).json(Map.of("reason", reason));
    }

    private record PostedRequest(Context request, byte[] body) implements Entrance.Request {
        @Override
        public @Nullable String header(String name) {
            return request.header(name);
        }
    }

    /** Answers what is being stored, and takes nothing more. */
    @Override
    public void close() {
        server.stop();
        store.close();
    }
}
