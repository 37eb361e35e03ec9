package io.satisflow.local.bench.windows;

import io.satisflow.flink.satisfaction.tally.SegmentChange;
import io.satisflow.local.bench.BenchCluster;
import io.satisflow.local.bench.Meter;
import io.satisflow.local.bench.Meter.Phase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkGenerator;
import org.apache.flink.api.common.eventtime.WatermarkOutput;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.runtime.checkpoint.AbstractCheckpointStats;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/**
 * All kinds of windows on the same changes, each in a Flink cluster of its own in this process, one after the other and
 * then the other way round, so that nobody gains by a warmer machine.
 */
public final class WindowBench {
    private static final long READ_SOURCE_CPU_EACH = 256;
    private static final int CACHE_MEGABYTES = 256;

    private final Path folder;
    private final Consumer<String> progress;

    /** @param progress takes sentences on how far it is */
    public WindowBench(Path folder, Consumer<String> progress) {
        this.folder = folder;
        this.progress = progress;
    }

    /**
     * First all of them on fewer changes, which are enough for Flink's sliding windows; then the engine's alone on all, and again on
     * changes that bring every measure.
     *
     * @param changes of each run
     * @param compared of the runs that sliding windows take part in
     * @param segments among which the changes are spread
     * @param aMinute changes of a segment in a minute of event time
     * @throws IllegalStateException when two kinds do not say the same
     */
    public List<WindowResult> run(long changes, long compared, int segments, int aMinute) throws Exception {
        List<WindowResult> results = new ArrayList<>(twice(
                new ChangeLoad(compared, segments, aMinute, false),
                List.of(BenchedWindows.FLOOR, BenchedWindows.OURS, BenchedWindows.OURS_FIVE, BenchedWindows.SLIDING)));
        results.addAll(twice(
                new ChangeLoad(changes, segments, aMinute, false),
                List.of(BenchedWindows.FLOOR, BenchedWindows.OURS, BenchedWindows.OURS_FIVE)));
        results.addAll(twice(
                new ChangeLoad(compared, segments, aMinute, true),
                List.of(BenchedWindows.FLOOR, BenchedWindows.OURS, BenchedWindows.OURS_EVERY)));
        return results;
    }

    private List<WindowResult> twice(ChangeLoad load, List<BenchedWindows> kinds) throws Exception {
        List<BenchedWindows> order = new ArrayList<>(kinds);
        List<WindowTurn> turns = new ArrayList<>();
        for (int turn = 0; turn < 2; turn++) {
            for (BenchedWindows kind : order) {
                progress.accept(
                        "%,d changes of %,d segments, %s ...".formatted(load.changes(), load.segments(), kind.label()));
                turns.add(turn(kind, load));
            }
            Collections.reverse(order);
        }
        requireSame(turns);
        return kinds.stream()
                .map(kind -> WindowResult.of(
                        load, turns.stream().filter(turn -> turn.kind() == kind).toList()))
                .toList();
    }

    private WindowTurn turn(BenchedWindows kind, ChangeLoad load) throws Exception {
        String run = "%s-%d-%d-%s"
                .formatted(kind.name(), load.changes(), load.segments(), load.everyMeasure() ? "every" : "two");
        try {
            List<AbstractCheckpointStats> checkpoints = new BenchCluster(folder.resolve(run), CACHE_MEGABYTES)
                    .run(environment -> define(environment, run, kind, load));
            Meter meter = Meter.of(run);
            return new WindowTurn(
                    kind,
                    meter.reading(Phase.STARTED),
                    meter.reading(Phase.WORKED_OFF),
                    checkpoints.stream()
                            .mapToLong(AbstractCheckpointStats::getStateSize)
                            .max()
                            .orElse(0));
        } finally {
            Meter.forget(run);
        }
    }

    private static void define(
            StreamExecutionEnvironment environment, String run, BenchedWindows kind, ChangeLoad load) {
        DataGeneratorSource<SegmentChange> source = new DataGeneratorSource<>(
                number -> {
                    if (number % READ_SOURCE_CPU_EACH == 0) {
                        Meter.of(run).sourceCpu(Meter.threadCpuNanos());
                    }
                    return load.change(number);
                },
                load.changes(),
                TypeInformation.of(SegmentChange.class));
        kind.run(environment
                        .fromSource(
                                source,
                                WatermarkStrategy.<SegmentChange>forGenerator(context -> new EachThousand(load))
                                        .withTimestampAssigner((change, time) -> change.knownAt()),
                                "changes")
                        .uid("changes"))
                .transform("counts", TypeInformation.of(WindowCount.class), new CountProbe(run, load.lastWatermark()))
                .uid("counts")
                .sinkTo(new DiscardingSink<>())
                .uid("nowhere");
    }

    private static void requireSame(List<WindowTurn> turns) {
        List<WindowTurn> told = turns.stream()
                .filter(turn -> turn.kind() != BenchedWindows.FLOOR)
                .toList();
        WindowTurn first = told.get(0);
        for (WindowTurn other : told) {
            if (first.hours() == 0 || first.hours() != other.hours() || first.digest() != other.digest()) {
                throw new IllegalStateException(
                        "%s told %,d hours (digest %016x), but %s %,d (digest %016x): what tells other things is no faster"
                                .formatted(
                                        first.kind().label(),
                                        first.hours(),
                                        first.digest(),
                                        other.kind().label(),
                                        other.hours(),
                                        other.digest()));
            }
        }
    }

    /** Time goes by changes alone, so that each kind is woken alike. */
    private static final class EachThousand implements WatermarkGenerator<SegmentChange> {
        private final ChangeLoad load;
        private long number;

        EachThousand(ChangeLoad load) {
            this.load = load;
        }

        @Override
        public void onEvent(SegmentChange change, long timestamp, WatermarkOutput output) {
            if (load.endsWatermark(number)) {
                output.emitWatermark(new Watermark(load.watermarkAfter(number)));
            }
            number++;
        }

        @Override
        public void onPeriodicEmit(WatermarkOutput output) {
            // Changes alone move the time.
        }
    }
}
