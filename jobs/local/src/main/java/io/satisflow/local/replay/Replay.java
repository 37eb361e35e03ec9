package io.satisflow.local.replay;

import io.satisflow.flink.engine.EngineJob;
import io.satisflow.flink.intake.IntakeJob;
import io.satisflow.flink.io.KafkaConnection;
import io.satisflow.flink.io.Topic;
import io.satisflow.flink.io.TopicAdmin;
import io.satisflow.flink.io.TopicNames;
import io.satisflow.flink.scoring.ScoringJob;
import io.satisflow.flink.settings.JobArguments;
import io.satisflow.local.engine.EmbeddedEngine;
import io.satisflow.local.replay.feed.FeedPlan;
import io.satisflow.local.replay.feed.RawFeeder;
import io.satisflow.local.replay.feed.StepEnds;
import io.satisflow.local.replay.recording.Recording;
import io.satisflow.local.replay.recording.ReplayException;
import io.satisflow.local.topics.EndOfReplay;
import io.satisflow.settings.ChannelSettings;
import io.satisflow.settings.Coverage;
import io.satisflow.settings.Settings;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/**
 * Feeds a recording to the jobs and waits until all that follows from it is committed. Begun again on its directory
 * after any end, it goes on and ends with the same rows.
 */
public final class Replay {
    private static final Duration POLL = Duration.ofMillis(200);

    private final ReplayOptions options;
    private final Settings settings;
    private final ChannelSettings channel;
    private final ReplayProgress progress;

    private Replay(ReplayOptions options, Settings settings, ReplayProgress progress) {
        this.options = options;
        this.settings = settings;
        this.channel = settings.channels().get(0);
        this.progress = progress;
    }

    /**
     * @return with the summary, which also stands in the directory
     * @throws ReplayException when it cannot go on; the message is for the user
     */
    public static ReplayOutcome run(ReplayOptions options, Settings settings, ReplayProgress progress)
            throws Exception {
        boolean takenUp = ReplayDirectory.isTakenUp(options.directory());
        Replay replay = new Replay(options, settings, progress);
        Optional<SubmittedJobs> submitted = replay.submittedJobs();
        if (submitted.isPresent()) {
            submitted.get().prepare(takenUp);
        }
        try (ReplayDirectory directory = ReplayDirectory.open(options)) {
            progress.began(takenUp, takenUp && directory.isFinished());
            return submitted.isPresent() ? replay.through(submitted.get()) : replay.throughOwnJobs();
        }
    }

    private Optional<SubmittedJobs> submittedJobs() {
        return options.brokers().map(brokers -> SubmittedJobs.at(brokers, settings, channel.topic()));
    }

    private ReplayOutcome through(SubmittedJobs jobs) throws IOException {
        try (FeedPlan plan = plan("feeding " + channel.topic())) {
            progress.started();
            // Whether jobs of another cluster run cannot be told from here, only whether they say something.
            feedAndAwait(jobs.kafkaProperties(), plan, end -> progress.waitingFor(end.silentWriters()));
            return books(jobs.kafkaProperties()).close(plan);
        }
    }

    private ReplayOutcome throughOwnJobs() throws Exception {
        try (FeedPlan plan = plan("starting broker, cluster and jobs");
                EmbeddedEngine engine = EmbeddedEngine.start(options.directory(), options.size())) {
            ensureTopics(engine);
            engine.submitBatchJobs(options.config(), Optional.of(options.channel()));
            progress.started();
            feedAndAwait(engine.kafkaProperties(), plan, end -> engine.requireRunning());
            engine.cancelJobs();
            return books(engine.kafkaProperties()).close(plan);
        }
    }

    private ReplayBooks books(Map<String, String> kafka) {
        return new ReplayBooks(options, settings, kafka, names());
    }

    private FeedPlan plan(String next) throws IOException {
        Recording recording = Recording.of(options.file(), Optional.of(channel.mapping()), options.format());
        FeedPlan plan = FeedPlan.of(
                recording,
                channel.mapping(),
                new FeedPlan.PlanOptions(
                        settings.topics().partitions(),
                        options.until(),
                        Instant.now(),
                        StepEnds.of(settings.satisfaction()),
                        options.directory()));
        progress.planned(plan, next);
        plan.forecast().zoneless().remark(options.channel()).ifPresent(progress::note);
        Coverage.answersByPlace(channel.mapping()).forEach(progress::note);
        settings.enrichment().late().forEach(late -> progress.note(late.message()));
        return plan;
    }

    private void ensureTopics(EmbeddedEngine engine) {
        JobArguments arguments = engine.arguments(options.config(), Optional.of(options.channel()));
        KafkaConnection kafka = arguments.kafka(settings);
        new TopicAdmin(kafka)
                .ensure(
                        List.of(Topic.values()),
                        List.of(channel.topic()),
                        settings.topics().partitions());
    }

    /** @param eachRound looks after the jobs while they are waited for */
    private void feedAndAwait(Map<String, String> kafka, FeedPlan plan, Consumer<EndOfReplay> eachRound)
            throws IOException {
        RawFeeder feeder = new RawFeeder(kafka, channel.topic());
        CompletableFuture<Void> feeding = CompletableFuture.runAsync(() -> feed(feeder, plan));
        try (EndOfReplay end = new EndOfReplay(kafka, writersByTopic())) {
            while (!end.reached()) {
                end.poll(POLL);
                eachRound.accept(end);
                if (feeding.isCompletedExceptionally()) {
                    feeding.join();
                }
                feeder.repeatEnd(plan);
                progress.at(feeder.rowsFed(), end.readUpTo(), end.records());
            }
        }
        feeding.join();
    }

    private void feed(RawFeeder feeder, FeedPlan plan) {
        try {
            feeder.feed(plan, options.pace());
        } catch (IOException e) {
            throw new CompletionException(e);
        }
    }

    private Map<String, List<String>> writersByTopic() {
        Map<String, List<String>> writers = new HashMap<>();
        IntakeJob.OUTPUTS.forEach(topic -> add(writers, topic, IntakeJob.NAME));
        ScoringJob.OUTPUTS.forEach(topic -> add(writers, topic, ScoringJob.NAME));
        EngineJob.OUTPUTS.forEach(topic -> add(writers, topic, EngineJob.NAME));
        return writers;
    }

    private void add(Map<String, List<String>> writers, Topic topic, String job) {
        writers.computeIfAbsent(names().of(topic), name -> new ArrayList<>()).add(job);
    }

    private TopicNames names() {
        return new TopicNames(settings.topics().prefix());
    }
}
