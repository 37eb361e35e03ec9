package io.satisflow.local.bench.alerts;

import io.satisflow.alerts.AlertSettings;
import io.satisflow.alerts.notice.Notification;
import io.satisflow.alerts.notice.WordedAlert;
import io.satisflow.drift.signal.DriftSignal;
import io.satisflow.drift.signal.LastingDrift;
import io.satisflow.drift.verbatim.ScoreEvidence;
import io.satisflow.flink.alerts.AlertInputs;
import io.satisflow.flink.alerts.AlertOptions;
import io.satisflow.flink.alerts.AlertStreams;
import io.satisflow.flink.alerts.AlertsPipeline;
import io.satisflow.flink.io.WireFormat;
import io.satisflow.flink.io.wire.AlertRecords;
import io.satisflow.flink.types.DomainTypes;
import io.satisflow.ledger.RecordedTicketEvent;
import io.satisflow.ledger.ScoredFeedback;
import io.satisflow.local.bench.BenchCluster;
import io.satisflow.satisfaction.score.ScoreRow;
import io.satisflow.sla.clock.SlaEvent;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.api.common.functions.MapFunction;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.connector.datagen.source.GeneratorFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.apache.flink.util.Collector;
import org.apache.flink.util.function.SerializableFunction;

/** One storm through the engine's own alerts: Flink with RocksDB, one subtask, checkpoints each 2 s. */
final class StormRun {
    private static final double NANOS = 1e9;

    /** For the state of all operators together. */
    private static final int CACHE_MEGABYTES = 128;

    /** Alerts that have been written, of the run that goes on. */
    private static final AtomicLong ALERTS = new AtomicLong();

    /** What has been told, of the run that goes on. */
    private static final Queue<Notification> TOLD = new ConcurrentLinkedQueue<>();

    private final BreachStorm storm;
    private final Path folder;

    StormRun(BreachStorm storm, Path folder) {
        this.storm = storm;
        this.folder = folder;
    }

    StormResult run() throws Exception {
        ALERTS.set(0);
        TOLD.clear();
        long cpu = cpuNanos();
        long wall = System.nanoTime();
        new BenchCluster(folder, CACHE_MEGABYTES).run(this::define);
        double cpuSeconds = (cpuNanos() - cpu) / NANOS;
        double wallSeconds = (System.nanoTime() - wall) / NANOS;
        List<Notification> told = List.copyOf(TOLD);
        WireFormat<io.satisflow.wire.Notification> format = new WireFormat<>(io.satisflow.wire.Notification.class);
        int largest = told.stream()
                .mapToInt(notification -> format.encode(AlertRecords.toWire(notification)).length)
                .max()
                .orElse(0);
        return new StormResult(storm, ALERTS.get(), told, largest, cpuSeconds, wallSeconds);
    }

    private void define(StreamExecutionEnvironment environment) {
        AlertStreams streams = AlertsPipeline.build(inputs(environment), AlertOptions.of(AlertSettings.DEFAULT));
        seen("alerts", streams.alerts(), DomainTypes.of(WordedAlert.class), new Counted());
        seen("notifications", streams.notifications(), DomainTypes.of(Notification.class), new Collected());
    }

    private static <T> void seen(
            String name, DataStream<T> stream, TypeInformation<T> type, MapFunction<T, T> function) {
        stream.map(function)
                .returns(type)
                .name("seen-" + name)
                .uid("seen-" + name)
                .sinkTo(new DiscardingSink<>())
                .uid(name + "-end");
    }

    private static long cpuNanos() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private AlertInputs inputs(StreamExecutionEnvironment environment) {
        BreachStorm events = storm;
        return new AlertInputs(
                nothing(environment, "signals", DomainTypes.of(DriftSignal.class)),
                nothing(environment, "lasting", DomainTypes.of(LastingDrift.class)),
                nothing(environment, "evidence", DomainTypes.of(ScoreEvidence.class)),
                nothing(environment, "rows", DomainTypes.of(ScoreRow.class)),
                source(environment, "breaches", events::breach, SlaEvent::asOf, DomainTypes.of(SlaEvent.class)),
                source(
                        environment,
                        "tickets",
                        events::ticket,
                        RecordedTicketEvent::knownAt,
                        DomainTypes.of(RecordedTicketEvent.class)),
                nothing(environment, "feedback", DomainTypes.of(ScoredFeedback.class)));
    }

    private <T> DataStream<T> source(
            StreamExecutionEnvironment environment,
            String name,
            GeneratorFunction<Long, T> event,
            SerializableFunction<T, Instant> time,
            TypeInformation<T> type) {
        return environment
                .fromSource(
                        new DataGeneratorSource<>(event, storm.events(), type),
                        WatermarkStrategy.<T>forGenerator(context -> new TimeOfEvents<>())
                                .withTimestampAssigner(
                                        (each, before) -> time.apply(each).toEpochMilli()),
                        name)
                .uid(name);
    }

    private static <T> DataStream<T> nothing(
            StreamExecutionEnvironment environment, String name, TypeInformation<T> type) {
        return environment
                .fromSequence(0, 0)
                .uid(name + "-number")
                .flatMap(new NoRecords<T>())
                .returns(type)
                .name(name)
                .uid(name);
    }

    /**
     * Time follows the events, not a clock: a source that ends before its next periodic watermark would end time with it, and
     * what is told after an interval never came.
     */
    private static final class TimeOfEvents<T> implements WatermarkGenerator<T> {
        private static final long STEP_MILLIS = 100;

        private long told = Long.MIN_VALUE + STEP_MILLIS;

        @Override
        public void onEvent(T event, long timestamp, WatermarkOutput output) {
            if (timestamp - STEP_MILLIS >= told) {
                told = timestamp;
                output.emitWatermark(new Watermark(timestamp - 1));
            }
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {
            // The events have told it.
        }
    }

    private static final class NoRecords<T> implements FlatMapFunction<Long, T> {
        @Override
        public void flatMap(Long number, Collector<T> out) {
            // There is nothing of this in a storm of tickets.
        }
    }

    private static final class Collected implements MapFunction<Notification, Notification> {
        @Override
        public Notification map(Notification notification) {
            TOLD.add(notification);
            return notification;
        }
    }

    private static final class Counted implements MapFunction<WordedAlert, WordedAlert> {
        @Override
        public WordedAlert map(WordedAlert alert) {
            ALERTS.incrementAndGet();
            return alert;
        }
    }
}
