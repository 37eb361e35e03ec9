package io.satisflow.local.demo;

import io.satisflow.flink.io.KafkaConnection;
import io.satisflow.flink.io.Topic;
import io.satisflow.flink.io.TopicAdmin;
import io.satisflow.flink.io.TopicNames;
import io.satisflow.local.demo.story.DemoFeed;
import io.satisflow.local.demo.story.shop.Incident;
import io.satisflow.local.demo.story.shop.ShopTime;
import io.satisflow.local.engine.EmbeddedEngine;
import io.satisflow.local.terminal.Screen;
import io.satisflow.local.terminal.TerminalFeed;
import io.satisflow.local.terminal.TerminalState;
import io.satisflow.local.terminal.panel.TerminalView;
import io.satisflow.local.wall.WallOfSettings;
import io.satisflow.settings.ChannelSettings;
import io.satisflow.settings.Settings;
import io.satisflow.wall.Wall;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * Runs the engine on a made-up shop: loads the month before a Monday morning as fast as it goes, then lets the Monday pass
 * quickly while somebody watches. All that is shown was computed by the jobs, and is read from their topics.
 */
public final class Demo {
    private static final Duration FRAME = Duration.ofMillis(250);
    /** The last results are on their way through three jobs, each of which commits once a second. */
    private static final Duration LAST_RESULTS = Duration.ofSeconds(20);

    private final DemoOptions options;
    private final Settings settings;
    private final Screen screen;
    private final DemoProgress progress;
    private final BooleanSupplier stopAsked;
    private final TerminalState state = new TerminalState(ShopTime.ZONE);
    private final TerminalView view;

    private Demo(
            DemoOptions options, Settings settings, Screen screen, DemoProgress progress, BooleanSupplier stopAsked) {
        this.options = options;
        this.settings = settings;
        this.screen = screen;
        this.progress = progress;
        this.stopAsked = stopAsked;
        this.view = new TerminalView(options.language());
        state.countFrom(ShopTime.BEGINNING, ShopTime.OPENING);
    }

    /**
     * Ends after its time, or soon after it has been asked to.
     *
     * @return what was shown last
     */
    public static TerminalState run(
            DemoOptions options, Settings settings, Screen screen, DemoProgress progress, BooleanSupplier stopAsked)
            throws Exception {
        return new Demo(options, settings, screen, progress, stopAsked).run();
    }

    private TerminalState run() throws Exception {
        progress.starting();
        try (EmbeddedEngine engine =
                EmbeddedEngine.start(options.directory(), new EmbeddedEngine.Size(1, options.port()))) {
            KafkaConnection kafka = ensureTopics(engine);
            Optional<Wall> wall = wall(kafka);
            try {
                engine.submitJobs(options.config(), Optional.empty());
                progress.started(wall.map(Wall::address));
                show(engine, wall.map(Wall::address));
            } finally {
                wall.ifPresent(Wall::close);
            }
            engine.cancelJobs();
            progress.ended(state);
            return state;
        }
    }

    private Optional<Wall> wall(KafkaConnection kafka) {
        return options.wallPort().isEmpty()
                ? Optional.empty()
                : Optional.of(Wall.start(WallOfSettings.embedded(
                        kafka, settings, options.language(), options.wallPort().getAsInt())));
    }

    private KafkaConnection ensureTopics(EmbeddedEngine engine) {
        KafkaConnection kafka =
                engine.arguments(options.config(), Optional.empty()).kafka(settings);
        new TopicAdmin(kafka)
                .ensure(
                        List.of(Topic.values()),
                        topicsByChannel().values(),
                        settings.topics().partitions());
        return kafka;
    }

    private Map<String, String> topicsByChannel() {
        return settings.channels().stream()
                .collect(Collectors.toMap(channel -> channel.mapping().channel(), ChannelSettings::topic));
    }

    private void show(EmbeddedEngine engine, Optional<String> wall) throws Exception {
        DemoFeed feed = new DemoFeed(options.seed(), ShopTime.BEGINNING, Incident.ofTheDemo());
        TopicNames names = new TopicNames(settings.topics().prefix());
        try (TerminalFeed results = new TerminalFeed(engine.kafkaProperties(), names, state);
                FeedWriter writer = new FeedWriter(
                        engine.kafkaProperties(),
                        feed,
                        topicsByChannel(),
                        settings.topics().partitions())) {
            CompletableFuture<Void> loading =
                    CompletableFuture.runAsync(() -> writer.preload(ShopTime.BEGINNING, ShopTime.OPENING));
            watch(results, engine, wall, () -> done(loading) && hasReached(ShopTime.OPENING));
            if (stopAsked.getAsBoolean()) {
                return;
            }
            progress.loaded(writer.records());
            CompletableFuture<Void> living = CompletableFuture.runAsync(() -> live(writer));
            watch(results, engine, wall, () -> done(living));
            Instant end = ShopTime.OPENING.plusMillis((long) (options.live().toMillis() * options.speed()));
            long deadline = System.nanoTime() + LAST_RESULTS.toNanos();
            watch(results, engine, wall, () -> hasReached(end) || System.nanoTime() > deadline);
        } finally {
            screen.close();
        }
    }

    private void watch(TerminalFeed results, EmbeddedEngine engine, Optional<String> wall, BooleanSupplier isOver) {
        List<String> hints = view.hints(wall, engine.kafkaProperties().get("bootstrap.servers"), options.directory());
        while (!isOver.getAsBoolean() && !stopAsked.getAsBoolean()) {
            results.poll(FRAME);
            engine.requireRunning();
            screen.show(view.render(state, screen.size(), hints));
        }
    }

    private boolean hasReached(Instant time) {
        return state.now().isPresent() && !state.now().get().isBefore(time);
    }

    /** @throws CompletionException with what went wrong */
    private static boolean done(CompletableFuture<Void> work) {
        if (work.isDone()) {
            work.join();
        }
        return work.isDone();
    }

    private void live(FeedWriter writer) {
        try {
            writer.live(ShopTime.OPENING, options.speed(), options.live());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException(e);
        }
    }
}
