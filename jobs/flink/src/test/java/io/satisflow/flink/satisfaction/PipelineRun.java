package io.satisflow.flink.satisfaction;

import io.satisflow.flink.types.DomainTypes;
import io.satisflow.ledger.DeadLetter;
import io.satisflow.ledger.RecordedTicketEvent;
import io.satisflow.ledger.ScoredFeedback;
import io.satisflow.satisfaction.SatisfactionSettings;
import io.satisflow.satisfaction.score.ScoreRow;
import io.satisflow.satisfaction.window.PaneSums;
import io.satisflow.sla.Milestone;
import io.satisflow.sla.clock.Clock;
import io.satisflow.ticket.TicketEventType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/** One run of the whole pipeline in a small cluster, from a collection to its outputs. */
record PipelineRun(List<ScoreRow> now, List<ScoreRow> steps, List<PaneSums> panes, List<DeadLetter> tooLate) {

    private static final Map<String, Queue<Object>> COLLECTED = new ConcurrentHashMap<>();

    private static volatile String current = "";

    static PipelineRun of(List<ScoredFeedback> delivered, SatisfactionSettings settings, int parallelism)
            throws Exception {
        return of(environment -> feed(environment, "feed", delivered), settings, parallelism);
    }

    /** @param scored with its watermark */
    static PipelineRun of(
            Function<StreamExecutionEnvironment, DataStream<ScoredFeedback>> scored,
            SatisfactionSettings settings,
            int parallelism)
            throws Exception {
        return of(scored, PipelineRun::noMilestones, settings, parallelism);
    }

    /**
     * @param scored with its watermark
     * @param milestones with theirs
     */
    static PipelineRun of(
            Function<StreamExecutionEnvironment, DataStream<ScoredFeedback>> scored,
            BiFunction<StreamExecutionEnvironment, DataStream<ScoredFeedback>, DataStream<Milestone>> milestones,
            SatisfactionSettings settings,
            int parallelism)
            throws Exception {
        return of(scored, milestones, PipelineRun::noTickets, settings, parallelism);
    }

    /** @param tickets their events, with their watermark */
    static PipelineRun of(
            Function<StreamExecutionEnvironment, DataStream<ScoredFeedback>> scored,
            BiFunction<StreamExecutionEnvironment, DataStream<ScoredFeedback>, DataStream<Milestone>> milestones,
            BiFunction<StreamExecutionEnvironment, DataStream<ScoredFeedback>, DataStream<RecordedTicketEvent>> tickets,
            SatisfactionSettings settings,
            int parallelism)
            throws Exception {
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.createLocalEnvironment(
                parallelism,
                Configuration.fromMap(Map.of(
                        "state.backend.type", "rocksdb",
                        "heartbeat.timeout", "10 min",
                        "pipeline.auto-generate-uids", "false",
                        "pipeline.generic-types", "false",
                        "rest.port", "0")));
        DataStream<ScoredFeedback> feedback = scored.apply(environment);
        SatisfactionStreams streams = SatisfactionPipeline.build(
                feedback,
                milestones.apply(environment, feedback),
                tickets.apply(environment, feedback),
                SatisfactionOptions.of(settings));
        String run = UUID.randomUUID().toString();
        collect(streams.now(), ScoreRow.class, run + "now");
        collect(streams.steps(), ScoreRow.class, run + "steps");
        collect(streams.panes(), PaneSums.class, run + "panes");
        collect(streams.tooLate(), DeadLetter.class, run + "late");
        current = run;
        environment.execute();
        return new PipelineRun(
                collected(ScoreRow.class, run + "now"),
                collected(ScoreRow.class, run + "steps"),
                collected(PaneSums.class, run + "panes"),
                collected(DeadLetter.class, run + "late"));
    }

    private static DataStream<RecordedTicketEvent> noTickets(
            StreamExecutionEnvironment environment, DataStream<ScoredFeedback> pace) {
        return pace.filter(record -> false)
                .uid("no-events")
                .map(record ->
                        TicketFeed.event("", TicketEventType.CREATED, "", Map.of(), Instant.EPOCH, Instant.EPOCH))
                .returns(DomainTypes.of(RecordedTicketEvent.class))
                .uid("no-ticket-events");
    }

    static DataStream<Milestone> noMilestones(StreamExecutionEnvironment environment, DataStream<ScoredFeedback> pace) {
        return pace.filter(record -> false)
                .uid("no-tickets")
                .map(record -> new Milestone(
                        "",
                        Clock.FIRST_REPLY,
                        0,
                        Milestone.Kind.DONE,
                        Instant.EPOCH,
                        Instant.EPOCH,
                        false,
                        false,
                        Duration.ZERO,
                        Duration.ZERO,
                        Map.of()))
                .returns(DomainTypes.of(Milestone.class))
                .uid("no-milestones");
    }

    /** What the run that is under way has told so far. */
    static List<ScoreRow> stepsSoFar() {
        return collected(ScoreRow.class, current + "steps");
    }

    /** A source that tells the time by the marks among its records. */
    static DataStream<ScoredFeedback> feed(
            StreamExecutionEnvironment environment, String uid, List<ScoredFeedback> delivered) {
        return environment
                .fromData(delivered, DomainTypes.of(ScoredFeedback.class))
                .uid(uid)
                .assignTimestampsAndWatermarks(WatermarkStrategy.<ScoredFeedback>forGenerator(context -> new Marks())
                        .withTimestampAssigner(
                                (record, time) -> record.knownAt().toEpochMilli()))
                .setParallelism(1)
                .uid(uid + "-marks")
                .filter(record -> !FeedbackFeed.isMark(record))
                .setParallelism(1)
                .uid(uid + "-records");
    }

    private static <T> void collect(DataStream<T> stream, Class<T> type, String name) {
        COLLECTED.put(name, new ConcurrentLinkedQueue<>());
        String uid = name.substring(36);
        stream.map(new Collect<T>(name))
                .returns(type)
                .uid("collect-" + uid)
                .sinkTo(new DiscardingSink<>())
                .uid("sink-" + uid);
    }

    private static <T> List<T> collected(Class<T> type, String name) {
        return COLLECTED.getOrDefault(name, new ConcurrentLinkedQueue<>()).stream()
                .map(type::cast)
                .toList();
    }

    private static final class Collect<T> implements MapFunction<T, T> {
        private final String name;

        Collect(String name) {
            this.name = name;
        }

        @Override
        public T map(T value) {
            COLLECTED.getOrDefault(name, new ConcurrentLinkedQueue<>()).add(value);
            return value;
        }
    }

    private static final class Marks implements WatermarkGenerator<ScoredFeedback> {
        @Override
        public void onEvent(ScoredFeedback record, long timestamp, WatermarkOutput output) {
            if (FeedbackFeed.isMark(record)) {
                output.emitWatermark(new Watermark(timestamp));
            }
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {
            // Marks alone move the time.
        }
    }
}
