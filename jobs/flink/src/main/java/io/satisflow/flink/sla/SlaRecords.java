package io.satisflow.flink.sla;

import io.satisflow.sla.RefusedTicketEvent;
import io.satisflow.ticket.TicketEvent;
import io.satisflow.wire.DeadLetter;
import io.satisflow.wire.SlaEvent;
import java.time.Duration;

/** Puts what clocks say, and what they refuse, on the wire. */
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

    static DeadLetter deadLetter(RefusedTicketEvent refused, LoggedEvent source) {
        TicketEvent event = refused.event();
        return DeadLetter.newBuilder()
                .setChannel(event.detail("channel").orElse(null))
                .setTopic(source.topic())
                .setPartition(source.partition())
                .setOffset(source.offset())
                .setRow(source.row())
                .setReason(refused.reason().wireName())
                .setMessage(refused.message())
                .setAt(event.knownAt())
                .build();
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / MILLIS_PER_SECOND;
    }
}
