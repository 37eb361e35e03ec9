package io.satisflow.flink.io.wire;

import io.satisflow.wire.SlaEvent;
import java.time.Duration;

/** What clocks say, on the wire. */
public final class SlaRecords {
    private static final double MILLIS_PER_SECOND = 1000;

    private SlaRecords() {}

    public static SlaEvent toWire(io.satisflow.sla.clock.SlaEvent said) {
        return SlaEvent.newBuilder()
                .setTicket(said.ticket())
                .setClock(said.clock().wireName())
                .setInstance(said.instance())
                .setEvent(said.type().wireName())
                .setAt(said.at())
                .setAsOf(said.asOf())
                .setDue(said.due())
                .setTargetS(seconds(said.target()))
                .setTime(said.time().wireName())
                .setConsumedS(seconds(said.consumed()))
                .setWallS(seconds(said.wall()))
                .setPolicy(said.policy())
                .setReason(said.reason())
                .setRetracts(said.retracted() == null ? null : said.retracted().wireName())
                .build();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / MILLIS_PER_SECOND;
    }
}
