package io.satisflow.local.live;

import io.satisflow.flink.engine.EngineJob;
import io.satisflow.flink.io.KafkaConnection;
import io.satisflow.flink.io.Topic;
import io.satisflow.flink.io.TopicAdmin;
import io.satisflow.flink.io.TopicNames;
import io.satisflow.flink.io.TopicPartitions;
import io.satisflow.local.engine.EmbeddedEngine;
import io.satisflow.local.live.input.LiveException;
import io.satisflow.local.live.input.LiveInput;
import io.satisflow.local.live.input.LiveInputs;
import io.satisflow.local.live.input.RawTopics;
import io.satisflow.local.topics.TopicActivity;
import io.satisflow.local.wall.WallOfSettings;
import io.satisflow.settings.ChannelSettings;
import io.satisflow.settings.Settings;
import io.satisflow.wall.Wall;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Runs the engine on what comes in, until it is asked to stop. Begun again on its directory after any end, it goes on:
 * the jobs behind their newest checkpoints, the files behind their last line in the raw topics.
 */
public final class LiveRun {
    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration BACKLOG_POLL = Duration.ofMillis(20);
    private static final List<Topic> SHOWN =
            List.of(Topic.FEEDBACK, Topic.TICKET_EVENTS, Topic.SLA_EVENTS, Topic.ALERTS, Topic.DEAD_LETTERS);

    private final LiveOptions options;
    private final Settings settings;
    private final LiveView view;

    private LiveRun(LiveOptions options, Settings settings, LiveView view) {
        this.options = options;
        this.settings = settings;
        this.view = view;
    }

    /**
     * Returns after it has been asked to stop, and everything has ended.
     *
     * @throws LiveException when it cannot go on; the message is for the user
     */
    public static void run(LiveOptions options, Settings settings, LiveView view, BooleanSupplier stopAsked)
            throws Exception {
        try (LiveDirectory directory =
                LiveDirectory.open(options.directory(), settings.topics().prefix())) {
            new LiveRun(options, settings, view).run(directory.isTakenUp(), stopAsked);
        }
    }

    private void run(boolean takenUp, BooleanSupplier stopAsked) throws Exception {
        try (EmbeddedEngine engine = EmbeddedEngine.start(options.directory(), options.size())) {
            KafkaConnection kafka =
                    engine.arguments(options.config(), Optional.empty()).kafka(settings);
            RawTopics raw = new RawTopics(engine.kafkaProperties(), settings.channels(), ensureTopics(kafka));
            view.listening(places(engine, takenUp));
            try (RunningBroker broker = RunningBroker.tell(
                            options.directory(),
                            addressOf(engine),
                            settings.topics().prefix());
                    LiveInputs inputs = LiveInputs.start(options.inputs(), raw, view::notice);
                    TopicActivity activity = new TopicActivity(engine.kafkaProperties(), shownTopics())) {
                Optional<Wall> wall = wall(kafka);
                try {
                    readBacklog(inputs, stopAsked);
                    engine.submitLiveJobs(options.config());
                    view.running();
                    try (HttpDoorway door = HttpDoorway.open(options.httpPort(), settings.channels(), raw, view)) {
                        watch(engine, inputs, activity, stopAsked);
                    }
                } finally {
                    wall.ifPresent(Wall::close);
                }
            }
            view.notice("Stopping; the same command goes on from here.");
            engine.cancelJobs();
        }
    }

    /** Empty for no wall. */
    private Optional<Wall> wall(KafkaConnection kafka) {
        if (options.wallPort().isEmpty()) {
            return Optional.empty();
        }
        Wall wall = Wall.start(WallOfSettings.embedded(
                kafka,
                settings,
                settings.alerts().language(),
                options.wallPort().getAsInt()));
        view.notice("Wall: " + wall.address());
        return Optional.of(wall);
    }

    private TopicPartitions ensureTopics(KafkaConnection kafka) {
        return new TopicAdmin(kafka)
                .ensure(
                        List.of(Topic.values()),
                        settings.channels().stream().map(ChannelSettings::topic).toList(),
                        settings.topics().partitions());
    }

    /** What was written while nobody listened comes before the first word of the clock, so that it is not late. */
    private static void readBacklog(LiveInputs inputs, BooleanSupplier stopAsked) throws InterruptedException {
        while (!inputs.haveCaughtUp() && !stopAsked.getAsBoolean()) {
            Thread.sleep(BACKLOG_POLL.toMillis());
        }
        inputs.requireRunning();
        inputs.flush();
    }

    private void watch(EmbeddedEngine engine, LiveInputs inputs, TopicActivity activity, BooleanSupplier stopAsked) {
        while (!stopAsked.getAsBoolean()) {
            activity.poll(POLL);
            engine.requireRunning();
            inputs.requireRunning();
            view.status(status(inputs, activity));
        }
    }

    private LiveView.Status status(LiveInputs inputs, TopicActivity activity) {
        Map<Topic, Long> committed = new EnumMap<>(Topic.class);
        SHOWN.forEach(topic -> committed.put(topic, activity.records(names().of(topic))));
        return new LiveView.Status(
                inputs.lines(), committed, activity.writtenUpTo(names().of(Topic.SLA_EVENTS), EngineJob.NAME));
    }

    private LiveView.Places places(EmbeddedEngine engine, boolean takenUp) {
        List<LiveView.ChannelPlace> channels = settings.channels().stream()
                .map(channel -> new LiveView.ChannelPlace(
                        channel.mapping().channel(),
                        channel.topic(),
                        inputsOf(channel.mapping().channel())))
                .toList();
        return new LiveView.Places(
                addressOf(engine), channels, options.directory().resolve("satisflow.log"), takenUp);
    }

    private static String addressOf(EmbeddedEngine engine) {
        return String.valueOf(engine.kafkaProperties().get("bootstrap.servers"));
    }

    private List<String> inputsOf(String channel) {
        return options.inputs().stream()
                .filter(input -> input.channel().equals(channel))
                .map(LiveInput::name)
                .toList();
    }

    private List<String> shownTopics() {
        return SHOWN.stream().map(names()::of).toList();
    }

    private TopicNames names() {
        return new TopicNames(settings.topics().prefix());
    }
}
