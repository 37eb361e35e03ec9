package io.satisflow.flink.io.wire;

import io.satisflow.wire.DriftSignal;
import io.satisflow.wire.Driver;
import io.satisflow.wire.SpokenAspect;

/** Drift signals on the wire. */
public final class DriftRecords {
    private DriftRecords() {}

    public static DriftSignal toWire(io.satisflow.drift.signal.DriftSignal signal) {
        return DriftSignal.newBuilder()
                .setId(signal.id())
                .setSegment(signal.segment().values())
                .setMetric(signal.metric())
                .setState(signal.phase().wireName())
                .setAt(signal.at())
                .setDirection(signal.direction().wireName())
                .setFrom(signal.from())
                .setTo(signal.to())
                .setLow(signal.low())
                .setHigh(signal.high())
                .setSince(signal.since())
                .setN(signal.n())
                .setConfidence(signal.confidence())
                .setDetector(signal.detector())
                .setDrivers(signal.drivers().stream()
                        .map(driver -> new Driver(
                                driver.name(), driver.contribution(), driver.dimension(), driver.mix(), driver.rate()))
                        .toList())
                .setVerbatims(signal.verbatims())
                .setAspects(signal.aspects().stream()
                        .map(aspect -> new SpokenAspect(aspect.name(), aspect.share(), aspect.before(), aspect.texts()))
                        .toList())
                .build();
    }
}
