package io.satisflow.flink.drift;

import io.satisflow.drift.DriftPhase;
import io.satisflow.drift.detector.Direction;
import io.satisflow.segment.Segment;
import io.satisflow.wire.DriftSignal;
import io.satisflow.wire.Driver;
import java.util.Locale;

/** Puts drift signals on the wire, and takes them from it. */
public final class DriftRecords {
    private DriftRecords() {}

    static DriftSignal toWire(io.satisflow.drift.DriftSignal signal) {
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
                .build();
    }

    public static io.satisflow.drift.DriftSignal toDomain(DriftSignal signal) {
        return new io.satisflow.drift.DriftSignal(
                signal.getId(),
                new Segment(signal.getSegment()),
                signal.getMetric(),
                DriftPhase.valueOf(signal.getState().toUpperCase(Locale.ROOT)),
                signal.getAt(),
                Direction.valueOf(signal.getDirection().toUpperCase(Locale.ROOT)),
                signal.getFrom(),
                signal.getTo(),
                signal.getLow(),
                signal.getHigh(),
                signal.getSince(),
                signal.getN(),
                signal.getConfidence(),
                signal.getDetector(),
                signal.getDrivers().stream()
                        .map(driver -> new io.satisflow.drift.Driver(
                                driver.getDimension(), driver.getName(), driver.getMix(), driver.getRate()))
                        .toList(),
                signal.getVerbatims());
    }
}
