package io.satisflow.local.bench.sla;

import io.satisflow.flink.types.DomainTypes;
import io.satisflow.ledger.RecordedTicketEvent;
import io.satisflow.local.bench.DiscardedFolder;
import io.satisflow.local.bench.Meter;
import io.satisflow.local.bench.Meter.Phase;
import io.satisflow.sla.clock.SlaEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.runtime.checkpoint.AbstractCheckpointStats;
import org.apache.flink.runtime.jobmaster.JobResult;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/** One load through one kind of clocks: a Flink cluster of its own with RocksDB, one subtask, checkpoints each 2 s. */
final class SlaBenchRun {
    private static final long READ_SOURCE_CPU_EACH = 256;

    private final String name;
    private final BenchedClocks clocks;
    private final TicketLoad load;
    private final SlaBenchOptions options;

    SlaBenchRun(BenchedClocks clocks, TicketLoad load, SlaBenchOptions options) {
        this.name = clocks.label() + "-" + load.tickets();
        this.clocks = clocks;
        this.load = load;
        this.options = options;
    }

    SlaBenchResult run() throws Exception {
        Path folder = options.directory().resolve(name);
        Meter.forget(name);
        try (MiniCluster cluster = new MiniCluster(cluster(folder))) {
            cluster.start();
            StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment(job(folder));
            define(environment);
            JobID job = cluster.submitJob(environment.getStreamGraph().getJobGraph())
                    .get()
                    .getJobID();
            JobResult ended = cluster.requestJobResult(job).get();
            ended.toJobExecutionResult(getClass().getClassLoader());
            List<AbstractCheckpointStats> checkpoints = cluster.getExecutionGraph(job)
                    .get()
                    .getCheckpointStatsSnapshot()
                    .getHistory()
                    .getCheckpoints();
            return SlaBenchResult.of(clocks, load, Meter.of(name), checkpoints);
        } finally {
            Meter.forget(name);
            DiscardedFolder.delete(folder);
        }
    }

    private void define(StreamExecutionEnvironment environment) {
        String run = name;
        TicketLoad events = load;
        DataGeneratorSource<RecordedTicketEvent> source = new DataGeneratorSource<>(
                number -> {
                    if (number % READ_SOURCE_CPU_EACH == 0) {
                        Meter.of(run).sourceCpu(Meter.threadCpuNanos());
                    }
                    return events.event(number);
                },
                load.events(),
                DomainTypes.of(RecordedTicketEvent.class));
        DataStream<RecordedTicketEvent> input = environment
                .fromSource(
                        source,
                        WatermarkStrategy.<RecordedTicketEvent>forGenerator(context -> new EachThousand(run, events))
                                .withTimestampAssigner(
                                        (event, time) -> event.knownAt().toEpochMilli()),
                        "ticket-events")
                .uid("ticket-events");
        clocks.run(input)
                .transform("words", DomainTypes.of(SlaEvent.class), new WordProbe(name, ends()))
                .uid("words")
                .sinkTo(new DiscardingSink<>())
                .uid("nowhere");
    }

    private Map<Phase, Long> ends() {
        return Map.of(
                Phase.OPENED, lastOf(load.tickets()),
                Phase.UPDATED, lastOf(load.updated()),
                Phase.BROKEN, lastOf(load.broken()),
                Phase.CLOSED, lastOf(load.closed()),
                Phase.SLEPT, lastOf(load.slept()),
                Phase.REOPENED, lastOf(load.events()));
    }

    private long lastOf(long events) {
        return load.watermarkAfter(events - 1).toEpochMilli();
    }

    /** Emits a watermark after so many events, wherever the machine is, so that both kinds are woken alike. */
    private record EachThousand(String run, TicketLoad load) implements WatermarkGenerator<RecordedTicketEvent> {
        @Override
        public void onEvent(RecordedTicketEvent event, long timestamp, WatermarkOutput output) {
            if (load.endsWatermark(event.source().offset())) {
                long watermark = load.watermarkAfter(event.source().offset()).toEpochMilli();
                Meter.of(run).watermarkSent(watermark);
                output.emitWatermark(new Watermark(watermark));
            }
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {
            // Events alone move the time.
        }
    }

    private MiniClusterConfiguration cluster(Path folder) {
        Configuration configuration = Configuration.fromMap(Map.of(
                "rest.bind-port", "0",
                "rest.address", "127.0.0.1",
                "rest.bind-address", "127.0.0.1",
                "io.tmp.dirs", folder.resolve("state").toString(),
                "jobmanager.execution.failover-strategy", "full",
                "web.checkpoints.history", "100000",
                "taskmanager.memory.managed.size", options.cacheMegabytes() + " mb",
                "taskmanager.memory.network.min", "64 mb",
                "taskmanager.memory.network.max", "64 mb"));
        return new MiniClusterConfiguration.Builder()
                .setConfiguration(configuration)
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(1)
                .build();
    }

    private static Configuration job(Path folder) {
        Configuration configuration = Configuration.fromMap(Map.of(
                "parallelism.default", "1",
                "pipeline.auto-generate-uids", "false",
                "pipeline.generic-types", "false",
                "execution.checkpointing.mode", "EXACTLY_ONCE",
                "execution.checkpointing.interval", "2 s",
                "execution.checkpointing.incremental", "true",
                "execution.checkpointing.dir",
                        folder.resolve("checkpoints").toUri().toString(),
                "restart-strategy.type", "none"));
        // As the engine's own.
        configuration.addAll(Configuration.fromMap(Map.of(
                "state.backend.type", "rocksdb",
                "state.backend.rocksdb.use-bloom-filter", "true",
                "state.backend.rocksdb.memory.partitioned-index-filters", "true")));
        return configuration;
    }
}
