package io.satisflow.wall;

import io.satisflow.wall.access.Access;
import io.satisflow.wall.access.Links;
import io.satisflow.wall.http.WallServer;
import io.satisflow.wall.state.WallState;
import io.satisflow.wall.stream.Changes;
import io.satisflow.wall.stream.Streams;
import io.satisflow.wall.topics.TopicReader;
import io.satisflow.wall.topics.WallWriter;
import io.satisflow.wall.view.Boards;
import io.satisflow.wall.view.Json;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The wall: reads the topics and serves the page until it is closed. Any number may run beside each other. */
public final class Wall implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Wall.class);

    private final WallState state = new WallState();
    private final Changes changes = new Changes();
    private final WallWriter writer;
    private final Streams streams;
    private final TopicReader reader;
    private final WallServer server;
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "wall-heart");
        thread.setDaemon(true);
        return thread;
    });

    private Wall(WallOptions options) {
        Links links = new Links();
        Publisher publisher = new Publisher(state, changes);
        writer = new WallWriter(options.kafka());
        streams = new Streams(changes, options.viewers());
        reader = new TopicReader(options.kafka(), state, links, publisher::publish);
        server = new WallServer(options, state, new Access(options.tokens(), links), changes, streams, reader, writer);
    }

    /** @throws WallException when nothing can be served there */
    public static Wall start(WallOptions options) {
        if (!options.host().equals(WallOptions.LOOPBACK) && options.tokens().isEmpty()) {
            throw new WallException(
                    "wall.host %s: whoever reaches this address could read what customers say; set wall.tokens first"
                            .formatted(options.host()));
        }
        Wall wall = new Wall(options);
        try {
            wall.server.start();
        } catch (RuntimeException e) {
            wall.close();
            throw new WallException(
                    "The wall cannot listen on %s:%d: %s; choose another port"
                            .formatted(options.host(), options.port(), rootOf(e).getMessage()),
                    e);
        }
        wall.begin();
        return wall;
    }

    private static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private void begin() {
        try {
            writer.ensureTopics();
        } catch (IllegalStateException e) {
            // The wall shows what is there, and says what is not; brokers may come later.
            LOG.warn("{}", e.getMessage());
        }
        reader.start();
        heart.scheduleAtFixedRate(this::beat, 0, 1, TimeUnit.SECONDS);
    }

    private void beat() {
        try {
            changes.put("time", "time", Json.text(new Boards(state).time(reader.isLoading(), reader.trouble())));
        } catch (RuntimeException e) {
            // The next beat comes all the same.
            LOG.warn("A beat of the wall failed", e);
        }
    }

    /** Where people find it. */
    public String address() {
        return server.address();
    }

    public WallState state() {
        return state;
    }

    @Override
    public void close() {
        heart.shutdownNow();
        reader.close();
        streams.close();
        server.close();
        writer.close();
    }
}
