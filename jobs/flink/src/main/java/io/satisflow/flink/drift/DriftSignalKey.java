package io.satisflow.flink.drift;

import io.satisflow.drift.SegmentDimensions;
import io.satisflow.wire.DriftSignal;

/** What drift signals are keyed by: segment and metric. */
public final class DriftSignalKey {
    private DriftSignalKey() {}

    public static String of(DriftSignal signal) {
        return new SegmentDimensions(signal.getSegment()).key() + "/" + signal.getMetric();
    }
}
