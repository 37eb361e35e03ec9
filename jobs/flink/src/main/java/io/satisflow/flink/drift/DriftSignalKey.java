package io.satisflow.flink.drift;

import io.satisflow.segment.Segment;
import io.satisflow.wire.DriftSignal;

/** What drift signals are keyed by: segment and metric. */
public final class DriftSignalKey {
    private DriftSignalKey() {}

    public static String of(DriftSignal signal) {
        return new Segment(signal.getSegment()).key() + "/" + signal.getMetric();
    }
}
