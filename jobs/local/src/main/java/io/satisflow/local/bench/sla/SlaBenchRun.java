package io.satisflow.local.bench.sla;

import io.satisflow.flink.types.DomainTypes;
import io.satisflow.ledger.RecordedTicketEvent;
import io.satisflow.local.bench.BenchCluster;
import io.satisflow.local.bench.Meter;
import io.satisflow.local.bench.Meter.Phase;
import io.satisflow.sla.clock.SlaEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.runtime.checkpoint.AbstractCheckpointStats;
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
        try {
            List<AbstractCheckpointStats> checkpoints =
                    new BenchCluster(folder, options.cacheMegabytes()).run(this::define);
            return SlaBenchResult.of(clocks, load, Meter.of(name), checkpoints);
        } finally {
            Meter.forget(name);
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
}
