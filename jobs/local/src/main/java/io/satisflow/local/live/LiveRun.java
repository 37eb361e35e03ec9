package io.satisflow.local.live;

import io.satisflow.flink.engine.EngineJob;
import io.satisflow.flink.intake.IntakeJob;
import io.satisflow.flink.io.KafkaConnection;
import io.satisflow.flink.io.Topic;
import io.satisflow.flink.io.TopicAdmin;
import io.satisflow.flink.io.TopicNames;
import io.satisflow.flink.io.TopicPartitions;
import io.satisflow.flink.scoring.ScoringJob;
import io.satisflow.local.cluster.CompletedCheckpoint;
import io.satisflow.local.engine.EmbeddedEngine;
import io.satisflow.local.live.input.LiveException;
import io.satisflow.local.live.input.LiveInput;
import io.satisflow.local.live.input.LiveInputs;
import io.satisflow.local.live.input.RawTopics;
import io.satisflow.local.terminal.VisibleText;
import io.satisflow.local.topics.TopicActivity;
import io.satisflow.local.wall.WallOfSettings;
import io.satisflow.settings.ChannelSettings;
import io.satisflow.settings.JudgedClocks;
import io.satisflow.settings.Settings;
import io.satisflow.wall.Wall;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Runs the engine on what comes in, until it is asked to stop. Begun again on its directory after any end, it goes on:
 * the jobs behind their newest checkpoints, the files behind their last line in the raw topics.
 */
public final class LiveRun {
    private static final Duration POLL = Duration.ofMillis(250);
    /** How often the jobs are asked how they are: each answer is a picture of their whole graphs. */
    private static final Duration JOBS_POLL = Duration.ofSeconds(2);

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
            new LiveRun(options, settings, view).run(directory, stopAsked);
        }
    }

    private void run(LiveDirectory directory, BooleanSupplier stopAsked) throws Exception {
        boolean takenUp = directory.isTakenUp();
        try (WaitedFor waited = new WaitedFor();
                EmbeddedEngine engine =
                        EmbeddedEngine.start(options.directory(), options.size(), options.keep(), view::notice)) {
            KafkaConnection kafka =
                    engine.arguments(options.config(), Optional.empty()).kafka(settings);
            RawTopics raw = new RawTopics(engine.kafkaProperties(), settings.channels(), ensureTopics(kafka));
            view.listening(places(engine, takenUp));
            NamedSettings named = NamedSettings.of(settings, options.size().parallelism());
            directory.changesTo(named).forEach(view::notice);
            notJudged().forEach(view::notice);
            try (RunningBroker broker = RunningBroker.tell(
                            options.directory(),
                            addressOf(engine),
                            settings.topics().prefix());
                    LiveInputs inputs = LiveInputs.start(options.inputs(), raw, view::notice);
                    TopicActivity activity = new TopicActivity(engine.kafkaProperties(), watchedTopics())) {
                waited.begin(inputs);
                Optional<Wall> wall = wall(kafka);
                try {
                    readBacklog(inputs, stopAsked);
                    submit(engine);
                    directory.remember(named, RecordedSettings.of(options.config()));
                    try (HttpDoorway door = HttpDoorway.open(options.httpPort(), settings.channels(), raw, view);
                            StandstillAlarm alarm =
                                    new StandstillAlarm(settings.alerts(), System::getenv, view::notice);
                            AutoCloseable end = inputs::noMore) {
                        TimeWatch time = new TimeWatch(Instant.now(), view::notice, alarm);
                        watch(engine, inputs, activity, time, stopAsked);
                    }
                } finally {
                    wall.ifPresent(Wall::close);
                }
            }
            view.notice("Stopping; the same command goes on from here.");
            engine.cancelJobs();
        }
    }

    /** A sentence for each channel that is promised what nobody can judge. */
    private List<String> notJudged() {
        return settings.channels().stream()
                .flatMap(channel ->
                        JudgedClocks.declared(channel.mapping(), settings.sla().policies()).stream())
                .map(sentence -> "Note: " + VisibleText.of(sentence) + ".")
                .toList();
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
        view.wall(wall.address());
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

    private void submit(EmbeddedEngine engine) {
        try {
            engine.submitLiveJobs(options.config());
        } catch (IllegalStateException e) {
            throw new LiveException(String.valueOf(e.getMessage()), e);
        }
    }

    private void watch(
            EmbeddedEngine engine,
            LiveInputs inputs,
            TopicActivity activity,
            TimeWatch time,
            BooleanSupplier stopAsked) {
        File disk = options.directory().toFile();
        JobWatch jobs = new JobWatch(options.keepsTrying(), log(), disk::getUsableSpace, view::notice);
        boolean runs = false;
        long lookedAt = System.nanoTime() - JOBS_POLL.toNanos();
        List<CompletedCheckpoint> checkpoints = List.of();
        while (!stopAsked.getAsBoolean()) {
            activity.poll(POLL);
            if (System.nanoTime() - lookedAt >= JOBS_POLL.toNanos()) {
                lookedAt = System.nanoTime();
                engine.requireRunning();
                jobs.look(engine.failures());
                checkpoints = engine.checkpoints();
            }
            inputs.requireRunning();
            JobTimes times = times(activity);
            time.look(times, Instant.now());
            if (!runs && times.engine().isPresent() && engine.areJobsRunning()) {
                runs = true;
                view.running();
            }
            view.status(status(checkpoints, inputs, activity));
        }
    }

    private JobTimes times(TopicActivity activity) {
        return new JobTimes(
                settings.channels().stream()
                        .map(channel -> activity.writtenUpTo(channel.topic(), IntakeJob.CLOCK))
                        .flatMap(Optional::stream)
                        .min(Comparator.naturalOrder()),
                activity.writtenUpTo(names().of(Topic.FEEDBACK), IntakeJob.NAME),
                activity.writtenUpTo(names().of(Topic.SCORED_FEEDBACK), ScoringJob.NAME),
                activity.writtenUpTo(names().of(Topic.SLA_EVENTS), EngineJob.NAME));
    }

    private LiveView.Status status(List<CompletedCheckpoint> checkpoints, LiveInputs inputs, TopicActivity activity) {
        Map<Topic, Long> committed = new EnumMap<>(Topic.class);
        SHOWN.forEach(topic -> committed.put(topic, activity.records(names().of(topic))));
        return new LiveView.Status(
                inputs.lines(),
                committed,
                activity.writtenUpTo(names().of(Topic.SLA_EVENTS), EngineJob.NAME),
                checkpoints);
    }

    private LiveView.Places places(EmbeddedEngine engine, boolean takenUp) {
        List<LiveView.ChannelPlace> channels = settings.channels().stream()
                .map(channel -> new LiveView.ChannelPlace(
                        channel.mapping().channel(),
                        channel.topic(),
                        inputsOf(channel.mapping().channel())))
                .toList();
        return new LiveView.Places(addressOf(engine), channels, log(), takenUp);
    }

    private Path log() {
        return options.directory().resolve("satisflow.log");
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

    private List<String> watchedTopics() {
        return Stream.concat(
                        Stream.concat(SHOWN.stream(), Stream.of(Topic.SCORED_FEEDBACK))
                                .map(names()::of),
                        settings.channels().stream().map(ChannelSettings::topic))
                .toList();
    }

    private TopicNames names() {
        return new TopicNames(settings.topics().prefix());
    }
}
