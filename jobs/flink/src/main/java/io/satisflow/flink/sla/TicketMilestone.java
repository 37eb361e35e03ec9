package io.satisflow.flink.sla;

import io.satisflow.sla.Milestone;
import io.satisflow.sla.clock.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** A milestone on its way from the clocks to whoever counts it. Times are epoch milliseconds, spans milliseconds. */
public record TicketMilestone(
        String ticket,
        String clock,
        int instance,
        String kind,
        long at,
        long asOf,
        boolean stands,
        boolean inTime,
        long consumed,
        long wall,
        Map<String, String> facts) {

    static TicketMilestone of(Milestone milestone) {
        return new TicketMilestone(
                milestone.ticket(),
                milestone.clock().wireName(),
                milestone.instance(),
                milestone.kind().name(),
                milestone.at().toEpochMilli(),
                milestone.asOf().toEpochMilli(),
                milestone.stands(),
                milestone.inTime(),
                milestone.consumed().toMillis(),
                milestone.wall().toMillis(),
                milestone.facts());
    }

    public Milestone toDomain() {
        return new Milestone(
                ticket,
                Clock.named(clock).orElseThrow(),
                instance,
                Milestone.Kind.valueOf(kind),
                Instant.ofEpochMilli(at),
                Instant.ofEpochMilli(asOf),
                stands,
                inTime,
                Duration.ofMillis(consumed),
                Duration.ofMillis(wall),
                facts);
    }
}
