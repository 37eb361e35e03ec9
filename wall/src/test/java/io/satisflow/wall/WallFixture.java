package io.satisflow.wall;

import io.satisflow.flink.io.KafkaConnection;
import io.satisflow.flink.io.TopicNames;
import io.satisflow.hook.action.LinkKey;
import io.satisflow.wall.access.Access;
import io.satisflow.wall.access.Links;
import io.satisflow.wall.access.Role;
import io.satisflow.wall.access.Token;
import io.satisflow.wall.http.WallServer;
import io.satisflow.wall.state.WallState;
import io.satisflow.wall.stream.Changes;
import io.satisflow.wall.stream.Streams;
import io.satisflow.wall.topics.TopicReader;
import io.satisflow.wall.topics.WallWriter;
import io.satisflow.wall.view.Boards;
import io.satisflow.wall.view.Json;
import io.satisflow.wall.view.Views;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A wall that listens, with a state that tests fill by hand; its brokers are nowhere. */
public final class WallFixture implements AutoCloseable {
    public static final String VIEW_TOKEN = "a-token-to-look-0123456789";
    public static final String ACT_TOKEN = "a-token-to-act-0123456789";

    public static final LinkKey LINK_KEY = LinkKey.of("a key for links of 32 characters");

    public final WallState state = new WallState();
    public final Changes changes = new Changes();
    public final Links links = new Links();
    public final Streams streams = new Streams(changes, 100);
    private final Publisher publisher = new Publisher(state, changes);
    private final ScheduledExecutorService engine = Executors.newSingleThreadScheduledExecutor();
    private final WallServer server;
    private final WallWriter writer;

    public WallFixture() {
        KafkaConnection nowhere = new KafkaConnection(
                Map.of("bootstrap.servers", "127.0.0.1:9", "max.block.ms", "200"), new TopicNames("satisflow"));
        WallOptions options = new WallOptions(
                nowhere,
                WallOptions.LOOPBACK,
                0,
                ZoneOffset.UTC,
                "en",
                List.of(new Views.MetricSetting("csat", "higher", 80.0, List.of("24h"))),
                List.of(new Token("viewer", Role.VIEW, VIEW_TOKEN), new Token("lead", Role.ACT, ACT_TOKEN)),
                100,
                LINK_KEY);
        writer = new WallWriter(nowhere);
        TopicReader reader = new TopicReader(nowhere, state, links, () -> {});
        server = new WallServer(options, state, new Access(options.tokens(), links), changes, streams, reader, writer);
        server.start();
    }

    /** From now on the engine is heard of twice a second, an instant that passes as in life, and changes are told. */
    public WallFixture live(Instant from) {
        long began = System.nanoTime();
        engine.scheduleAtFixedRate(
                () -> {
                    state.change(() -> state.time.heard(
                            "0", from.plusNanos(System.nanoTime() - began).toEpochMilli(), Instant.now()));
                    changes.put("time", "time", Json.text(new Boards(state).time(false, null)));
                    publisher.publish();
                },
                0,
                200,
                TimeUnit.MILLISECONDS);
        return this;
    }

    /** The engine is not heard of any more. */
    public void silence() {
        engine.shutdownNow();
    }

    public URI address(String path) {
        return URI.create(server.address()).resolve(path);
    }

    public HttpResponse<String> get(String path, String... headers) throws Exception {
        return send(request(path, headers).GET());
    }

    public HttpResponse<String> post(String path, String body, String... headers) throws Exception {
        return send(request(path, headers).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        engine.shutdownNow();
        streams.close();
        server.close();
        writer.close();
    }
}
