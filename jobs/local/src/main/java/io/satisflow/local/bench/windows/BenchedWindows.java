package io.satisflow.local.bench.windows;

import io.satisflow.config.ConfigFile;
import io.satisflow.flink.satisfaction.SatisfactionPipeline;
import io.satisflow.flink.satisfaction.tally.SegmentChange;
import io.satisflow.satisfaction.SatisfactionFile;
import io.satisflow.satisfaction.SatisfactionSettings;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** The ways to keep an hour that moves by a minute that are compared; the engine's also with the five shipped lengths,
 * and with every measure. */
enum BenchedWindows {
    /** The exchange by segment and the reading of tallies, without any state: what each of the others pays besides. */
    FLOOR("floor") {
        @Override
        DataStream<WindowCount> run(DataStream<SegmentChange> changes) {
            return named(changes.keyBy(SegmentChange::segment, Types.STRING).process(new TalliesRead()), "floor");
        }
    },

    OURS("ours, 1h") {
        @Override
        DataStream<WindowCount> run(DataStream<SegmentChange> changes) {
            return ours(changes, settings("{length: 1h, step: 1m}"));
        }
    },

    OURS_FIVE("ours, 5m 1h 24h 7d 30d") {
        @Override
        DataStream<WindowCount> run(DataStream<SegmentChange> changes) {
            return ours(
                    changes,
                    settings("{length: 5m}, {length: 1h, step: 1m}, {length: 24h}, {length: 7d}, {length: 30d}"));
        }
    },

    /** All that the made-up help desk is measured by, instead of two measures. */
    OURS_EVERY("ours, 1h, every measure") {
        @Override
        DataStream<WindowCount> run(DataStream<SegmentChange> changes) {
            return ours(changes, EveryMeasure.settings(settings("{length: 1h, step: 1m}")));
        }
    },

    SLIDING("DataStream sliding, 1h") {
        @Override
        DataStream<WindowCount> run(DataStream<SegmentChange> changes) {
            return SlidingHours.of(changes);
        }
    };

    private final String label;

    BenchedWindows(String label) {
        this.label = label;
    }

    abstract DataStream<WindowCount> run(DataStream<SegmentChange> changes);

    String label() {
        return label;
    }

    private static DataStream<WindowCount> ours(DataStream<SegmentChange> changes, SatisfactionSettings settings) {
        DataStream<SegmentChange> combined = SatisfactionPipeline.combined(changes, settings);
        return named(SatisfactionPipeline.windows(combined, settings).flatMap(new HoursOnly()), "hours-only");
    }

    private static DataStream<WindowCount> named(SingleOutputStreamOperator<WindowCount> stream, String name) {
        return stream.returns(TypeInformation.of(WindowCount.class)).name(name).uid(name);
    }

    private static SatisfactionSettings settings(String windows) {
        return SatisfactionFile.read(ConfigFile.parse("bench windows", """
                segments: [[], [product]]
                windows: {rolling: [%s], lateness: 5m}
                metrics: {volume: {}, csat: {from: 1s}}
                """.formatted(windows)));
    }
}
